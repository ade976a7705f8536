import requests

V2 = "https://api.attio.com/v2"
CALLS = {"note": ("POST", "/notes"), "task": ("DELETE", "/tasks/1")}


def send(verb, tail):
    return requests.request(verb, V2 + tail)


def whole(new):
    pair = ("POST", f"{V2}/notes") if new else ("GET", f"{V2}/notes")
    return requests.request(*pair)  # call: GET /v2/notes | POST /v2/notes


def by_key(name):
    return send(*CALLS[name])  # call: POST /v2/notes | DELETE /v2/tasks/{task_id}


def by_loop():
    for pair in CALLS.values():
        send(*pair)  # call: POST /v2/notes | DELETE /v2/tasks/{task_id}


def by_known_key():
    return send(*CALLS["note"])  # call: POST /v2/notes


def by_keywords(new):
    options = {"method": "GET", "url": V2 + "/lists"} if new else {"method": "POST", "url": V2 + "/lists"}
    return requests.request(**options)  # call: GET /v2/lists | POST /v2/lists
