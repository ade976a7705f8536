import requests

BASE = "https://api.attio.com/v2"
NAMES = {"notes": 1, "tasks": 2}

for name in sorted(NAMES):
    requests.get(f"{BASE}/{name}")  # call: GET /v2/notes | GET /v2/tasks

for name in NAMES.keys():
    requests.get(f"{BASE}/{name}")  # call: GET /v2/notes | GET /v2/tasks
