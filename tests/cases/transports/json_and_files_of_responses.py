"""Methods on responses are not requests."""
import requests

response = requests.get("https://api.attio.com/v2/objects")  # call: GET /v2/objects
data = response.json().get("data")
response.headers.get("X-Next")
first = data[0].get("/objects")
