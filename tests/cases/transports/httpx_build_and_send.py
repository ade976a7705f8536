"""build_request, send."""
import httpx

client = httpx.Client(base_url="https://api.attio.com/v2")
request = client.build_request("POST", "/notes", json={})
client.send(request)  # call: POST /v2/notes
httpx.Client().send(httpx.Request("GET", "https://api.attio.com/v2/notes"))  # call: GET /v2/notes
