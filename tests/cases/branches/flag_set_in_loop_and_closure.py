import requests

BASE = "https://api.attio.com/v2"


def run(rows):
    seen = set()
    best = None
    count = 0
    done = False

    def finish():
        nonlocal done
        done = True

    for row in rows:
        seen.add(row["id"])
        count += 1
        if row.get("best"):
            best = row
    finish()
    if seen:
        requests.get(f"{BASE}/lists")  # call: GET /v2/lists
    if best is not None:
        requests.get(f"{BASE}/objects")  # call: GET /v2/objects
    if count > 3:
        requests.get(f"{BASE}/notes")  # call: GET /v2/notes
    if done:
        requests.get(f"{BASE}/tasks")  # call: GET /v2/tasks
