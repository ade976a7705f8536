import requests

BASE = "https://api.attio.com/v2"


def fetch(kind):
    if kind not in ("notes", "tasks"):
        raise ValueError(kind)
    return requests.get(f"{BASE}/{kind}").json()


fetch("notes")  # call: GET /v2/notes
