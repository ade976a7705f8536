import requests

V2 = "https://api.attio.com/v2"


def read(key):
    try:
        return requests.get(f"{V2}/notes/{key}").json()["data"]  # call: GET /v2/notes/{note_id}
    except (KeyError, requests.HTTPError):
        pass
    return requests.get(f"{V2}/notes").json()  # call: GET /v2/notes


def read_or_raise(key):
    try:
        return requests.get(f"{V2}/tasks/{key}")  # call: GET /v2/tasks/{task_id}
    except KeyError:
        raise
    return requests.get(f"{V2}/tasks")
