import json
import urllib.request

BASE = "https://api.attio.com/v2"


def api(path, data=None):
    body = json.dumps(data).encode() if data else None
    request = urllib.request.Request(BASE + path, data=body, headers={"Content-Type": "application/json"})
    with urllib.request.urlopen(request) as response:
        return json.load(response)


api("/lists")  # call: GET /v2/lists
api("/notes", {"data": {"title": "Hi"}})  # call: POST /v2/notes
