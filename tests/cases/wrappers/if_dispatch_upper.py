import requests

BASE = "https://api.attio.com/v2"


def go(endpoint, method="get", data=None):
    method = method.upper()
    if method == "GET":
        return requests.get(BASE + endpoint)
    if method in ("POST", "PUT"):
        return requests.request(method, BASE + endpoint, json=data)
    return requests.delete(BASE + endpoint)


go("/notes")  # call: GET /v2/notes
go("/notes", "post", {})  # call: POST /v2/notes
go("/notes/1", "delete")  # call: DELETE /v2/notes/{note_id}
