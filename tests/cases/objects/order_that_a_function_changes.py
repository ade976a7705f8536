import requests

V2 = "https://api.attio.com/v2"


def run():
    first = sorted(["/tasks", "/notes", "/lists"])[0]
    requests.get(V2 + first)  # call: GET /v2/lists
    last = list(reversed(["/tasks", "/notes", "/lists"]))[0]
    requests.get(V2 + last)  # call: GET /v2/lists


def by_key(rank):
    best = sorted(["/tasks", "/notes"], key=rank)[0]
    requests.get(V2 + best)  # call: GET /v2/tasks | GET /v2/notes
