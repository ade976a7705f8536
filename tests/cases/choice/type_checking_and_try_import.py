try:
    import httpx as http
except ImportError:
    import requests as http

http.get("https://api.attio.com/v2/lists")  # call: GET /v2/lists
