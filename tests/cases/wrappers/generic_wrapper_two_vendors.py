import requests


def call_api(base, method, path, **kwargs):
    return requests.request(method, base + path, **kwargs)


ATTIO = "https://api.attio.com/v2"
PIPEDRIVE = "https://api.pipedrive.example/v1"

call_api(ATTIO, "GET", "/notes")  # call: GET /v2/notes
call_api(PIPEDRIVE, "GET", "/notes")
call_api(ATTIO, "POST", "/tasks", json={})  # call: POST /v2/tasks
call_api(PIPEDRIVE, "POST", "/tasks", json={})
