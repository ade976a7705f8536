"""Path segments are joined before the verb picks the request: each caller knows both."""
import requests

BASE = "https://api.attio.com/v2"


def send(method, *parts):
    address = BASE + "".join(parts)
    if method == "GET":
        return requests.get(address)
    return requests.delete(address)


def note(method, *parts):
    return requests.request(method, "/".join([BASE, "notes", *parts]))


def call(method, parts):
    path = "/".join(str(part).strip("/") for part in parts)
    return requests.request(method, f"{BASE}/{path}")


send("DELETE", "/activities/calls")  # call: DELETE /v2/activities/{activity}
send("GET", "/objects", "/people")  # call: GET /v2/objects/{object}
note("POST")  # call: POST /v2/notes
note("GET", "n1")  # call: GET /v2/notes/{note_id}
call("POST", ["objects", "people", "records", "query"])  # call: POST /v2/objects/{object}/records/query
call("GET", input().split())  # unresolved: an unknown number of parts is joined to it
