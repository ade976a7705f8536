import requests

BASE = "https://api.attio.com/v2"


def drain():
    queue = ["/notes", "/tasks"]
    while queue:
        path = queue.pop(0)
        requests.get(BASE + path)  # call: GET /v2/notes | GET /v2/tasks
