import requests

BASE = "https://api.attio.com/v2"
EXPORTS = {"notes.json": "/notes", "tasks.json": "/tasks"}


def export():
    for filename, path in EXPORTS.items():
        with open(filename, "w") as out:
            out.write(requests.get(f"{BASE}{path}").text)  # call: GET /v2/notes | GET /v2/tasks
