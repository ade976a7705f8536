import requests

BASE = "https://api.attio.com/v2"


def fetch(singular):
    return requests.get(f"{BASE}/{singular}s").json()


fetch("note")  # call: GET /v2/notes
fetch("task")  # call: GET /v2/tasks
