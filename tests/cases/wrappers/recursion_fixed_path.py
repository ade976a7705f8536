import requests

BASE = "https://api.attio.com/v2"


def notes(offset=0):
    rows = requests.get(f"{BASE}/notes", params={"offset": offset}).json()["data"]  # call: GET /v2/notes
    return rows + notes(offset + len(rows)) if rows else []


notes()
