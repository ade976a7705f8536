import requests

V2 = "https://api.attio.com/v2"
PATHS = {"a": "/notes", "b": "/tasks"}


def run(word):
    path = PATHS.get(word)
    assert path is not None, word
    return requests.get(V2 + path)  # call: GET /v2/notes | GET /v2/tasks


def run_with_walrus(word):
    if (path := PATHS.get(word)) is not None:
        return requests.delete(V2 + path + "/1")  # call: DELETE /v2/notes/{note_id} | DELETE /v2/tasks/{task_id}
    return requests.get(V2 + "/self")  # call: GET /v2/self
