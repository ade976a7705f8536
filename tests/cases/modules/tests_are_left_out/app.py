import requests

requests.get("https://api.attio.com/v2/objects")  # call: GET /v2/objects
