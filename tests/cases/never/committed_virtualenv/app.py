import requests

requests.get("https://api.attio.com/v2/self")  # call: GET /v2/self
