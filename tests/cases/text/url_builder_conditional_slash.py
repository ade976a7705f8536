import requests

BASE = "https://api.attio.com/v2"


def build(path: str) -> str:
    if path.startswith("http"):
        return path
    if not path.startswith("/"):
        path = "/" + path
    return BASE + path


def run():
    requests.get(build("notes"))  # call: GET /v2/notes
    requests.get(build("/tasks"))  # call: GET /v2/tasks
    requests.get(build("https://api.attio.com/v2/threads"))  # call: GET /v2/threads
    requests.get(build("https://api.example.com/v2/threads"))
