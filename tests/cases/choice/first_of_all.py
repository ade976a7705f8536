"""`next(iter(…))` of what is made there and then is its first item; of an iterator that is kept it is any, of a set too."""
import requests

V2 = "https://api.attio.com/v2"
PATHS = {"a": "/notes", "b": "/tasks"}
KINDS = {"/tasks", "/webhooks"}


def main():
    requests.get(V2 + next(iter(["/self", "/lists"])))  # call: GET /v2/self
    requests.post(V2 + next(iter(PATHS.values())))  # call: POST /v2/notes
    key, path = next(iter(PATHS.items()))
    requests.get(V2 + path)  # call: GET /v2/notes
    requests.get(V2 + PATHS[next(iter(PATHS))])  # call: GET /v2/notes
    requests.get(V2 + next(reversed(["/self", "/lists"])))  # call: GET /v2/lists
    requests.get(V2 + next(p for p in ("/notes", "/objects", "/lists") if p != "/notes"))  # call: GET /v2/objects
    requests.post(V2 + next((p for p in ("/notes", "/objects") if p == "/none"), "/tasks"))  # call: POST /v2/tasks
    requests.delete(V2 + next(iter(KINDS)) + "/1")  # call: DELETE /v2/tasks/{task_id} | DELETE /v2/webhooks/{webhook_id}
    kept = iter(["/webhooks", "/objects"])
    requests.get(V2 + next(kept))  # call: GET /v2/webhooks | GET /v2/objects
    requests.get(V2 + next(kept))  # call: GET /v2/webhooks | GET /v2/objects
