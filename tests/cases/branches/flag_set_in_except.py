import requests

BASE = "https://api.attio.com/v2"


def run(raw):
    failed = False
    problem = None
    try:
        number = int(raw)
    except ValueError as error:
        failed, problem, number = True, error, 0
    if failed:
        requests.post(f"{BASE}/notes", json={"data": str(problem)})  # call: POST /v2/notes
    if number:
        requests.get(f"{BASE}/tasks")  # call: GET /v2/tasks
