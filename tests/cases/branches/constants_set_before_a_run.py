import requests

# Switches that somebody edits before a run: what they are now is not what they always are.
INCLUDE_NOTES = False
LIMIT = 0
TOKEN = None
BASE = "https://api.attio.com/v2"


def main():
    if TOKEN is None:
        raise SystemExit("set TOKEN first")
    if INCLUDE_NOTES:
        requests.get(f"{BASE}/notes")  # call: GET /v2/notes
    if LIMIT > 0:
        requests.get(f"{BASE}/tasks")  # call: GET /v2/tasks
    requests.get(f"{BASE}/lists")  # call: GET /v2/lists
