import requests

BASE = "https://api.attio.com/v2"

for path in "/notes /tasks".split():
    requests.get(BASE + path)  # call: GET /v2/notes | GET /v2/tasks

for line in """
/objects
/lists
""".strip().splitlines():
    requests.get(BASE + line)  # call: GET /v2/objects | GET /v2/lists
