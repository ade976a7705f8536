import requests

BASE = "https://api.attio.com/v2"

for path in ["/objects", "/lists", "/workspace_members"]:
    print(requests.get(BASE + path).status_code)  # call: GET /v2/objects | GET /v2/lists | GET /v2/workspace_members
