# sends: GET /v2/notes, GET /v2/objects
import requests


def nothing_yet():
    return []


pending = nothing_yet()
pending.append("/objects")
for _ in range(3):
    batch, pending = pending, nothing_yet()
    for path in batch:
        requests.get("https://api.attio.com/v2" + path)
        pending.append("/notes")
