import requests

BASE = "https://api.attio.com/v2"


def attio(route, **kwargs):
    method, path = route.split(" ")
    return requests.request(method, BASE + path, **kwargs)


attio("GET /lists")  # call: GET /v2/lists
attio("POST /notes", json={})  # call: POST /v2/notes
