import requests

BASE = "https://api.attio.com/v2"


def send(method, path, body=None, params=None, raw=False):
    options = {"timeout": 10}
    if body is not None:
        options["json"] = body
    if params:
        options["params"] = params
    response = requests.request(method, BASE + path, **options)
    return response if raw else response.json()


send("POST", "/notes", {"data": {}})  # call: POST /v2/notes
send("GET", "/notes", params={"limit": 1}, raw=True)  # call: GET /v2/notes
