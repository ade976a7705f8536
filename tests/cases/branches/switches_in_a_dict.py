import requests

BASE = "https://api.attio.com/v2"
OPTIONS = {"notes": False}


def run():
    if OPTIONS["notes"]:
        requests.get(f"{BASE}/notes")  # call: GET /v2/notes
    if OPTIONS.get("tasks"):
        requests.get(f"{BASE}/tasks")  # call: GET /v2/tasks
