"""httpx if it is there, else requests."""
try:
    import httpx as http
except ImportError:
    import requests as http

http.get("https://api.attio.com/v2/self")  # call: GET /v2/self
