import os

import requests

BASE = "https://api.attio.com/v2"

if os.getenv("SYNC_NOTES", "false").lower() == "true":
    requests.get(f"{BASE}/notes")  # call: GET /v2/notes
if os.environ.get("DRY_RUN", "1") != "1":
    requests.post(f"{BASE}/tasks", json={})  # call: POST /v2/tasks
if int(os.getenv("PAGES", "0")):
    requests.get(f"{BASE}/lists")  # call: GET /v2/lists
