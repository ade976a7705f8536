import requests

DRY_RUN = True
BASE = "https://api.attio.com/v2"


def push(rows):
    for row in rows:
        if DRY_RUN:
            print("would send", row)
            continue
        requests.post(f"{BASE}/notes", json=row)  # call: POST /v2/notes


def clean(record_id):
    if not DRY_RUN:
        requests.delete(f"{BASE}/objects/people/records/{record_id}")  # call: DELETE /v2/objects/{object}/records/{record_id}
