import requests

requests.get("HTTPS://API.ATTIO.COM/v2/self")  # call: GET /v2/self
requests.get("https://api.attio.com:443/v2/lists")  # call: GET /v2/lists
requests.get("https://api.attio.com.evil.example/v2/lists")
requests.get("https://example.com/?next=https://api.attio.com/v2/lists")
requests.get("https://notapi.attio.computer/v2/lists")
