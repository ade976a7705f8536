"""Functions of libraries without a model that are handed Attio's address and a verb, in any spelling and order."""
from acme.gateway import Verb, forward, proxy, relay, request_json
from acme.gateway.methods import PATCH

BASE = "https://api.attio.com/v2"


def drop(note):
    return request_json(method="DELETE", url=f"{BASE}/notes/{note}")  # call: DELETE /v2/notes/{note_id}


proxy(endpoint=BASE + "/notes", method="GET")  # call: GET /v2/notes
proxy(endpoint=BASE + "/notes", http_method="post", body={})  # call: POST /v2/notes
forward("POST", BASE + "/notes", {})  # call: POST /v2/notes
forward(BASE + "/tasks/1", "DELETE")  # call: DELETE /v2/tasks/{task_id}
relay("token", "GET", BASE + "/lists")  # call: GET /v2/lists
relay(PATCH, BASE + "/tasks/1")  # call: PATCH /v2/tasks/{task_id}
relay(Verb.GET, BASE + "/self")  # call: GET /v2/self
proxy(endpoint="https://api.hubapi.com/v2/notes", method="GET")
forward("POST", "https://api.hubapi.com/v2/notes", {})
request_json(method="DELETE", url="https://api.hubapi.com/v2/notes/1")
