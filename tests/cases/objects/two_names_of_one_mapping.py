import requests

V2 = "https://api.attio.com/v2"


def first():
    spec = {"method": "GET", "path": "/objects"}
    alias = spec
    alias["path"] = "/lists"
    return requests.request(spec["method"], V2 + spec["path"])  # call: GET /v2/lists


def second():
    spec = {"path": "/objects"}
    holder = {"spec": spec}
    holder["spec"]["path"] = "/tasks"
    return requests.get(V2 + spec["path"])  # call: GET /v2/tasks


def third():
    paths = ["/objects"]
    same = paths
    same.append("/notes")
    for path in paths:
        requests.get(V2 + path)  # call: GET /v2/objects | GET /v2/notes
