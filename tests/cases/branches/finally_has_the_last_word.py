import requests

V2 = "https://api.attio.com/v2"


def run(work):
    tail = "/notes"
    try:
        work()
        tail = "/lists"
    except ValueError:
        tail = "/tasks"
    finally:
        requests.post(V2 + tail)  # call: POST /v2/notes | POST /v2/lists | POST /v2/tasks
    requests.get(V2 + tail)  # call: GET /v2/lists | GET /v2/tasks
