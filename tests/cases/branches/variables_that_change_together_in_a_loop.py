"""Verb and path change together from round to round: no round mixes them."""
import requests

V2 = "https://api.attio.com/v2"


def replay(rows):
    verb, tail = "GET", "/notes"
    for row in rows:
        if row.get("new"):
            verb, tail = "POST", "/tasks"
        elif row.get("list"):
            verb, tail = "GET", "/lists"
        requests.request(verb, V2 + tail)  # call: GET /v2/notes | POST /v2/tasks | GET /v2/lists
