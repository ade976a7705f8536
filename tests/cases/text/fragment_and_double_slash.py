import requests

requests.get("https://api.attio.com/v2/lists#all")  # call: GET /v2/lists
requests.get("https://api.attio.com//v2/lists")  # call: GET /v2/lists
