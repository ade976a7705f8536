import requests

V2 = "https://api.attio.com/v2"


def last(rows):
    path = "/objects"
    for row in rows:
        path = f"/objects/{row}"
    return requests.get(V2 + path)  # call: GET /v2/objects | GET /v2/objects/{object}


def at_least_once(rows):
    while True:
        path = "/lists"
        if rows:
            path = "/lists/" + rows.pop()
            continue
        break
    return requests.get(V2 + path)  # call-or-unresolved: GET /v2/lists
