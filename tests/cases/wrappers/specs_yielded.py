import requests

BASE = "https://api.attio.com/v2"


def specs():
    yield "GET", "/lists"
    yield "POST", "/notes"


for method, path in specs():
    requests.request(method, BASE + path)  # call: GET /v2/lists | POST /v2/notes
