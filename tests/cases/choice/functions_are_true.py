"""`table.get(key) or other`: a function, a method or a class is true, so that the other is for keys that are not there."""
import requests

V2 = "https://api.attio.com/v2"
session = requests.Session()
FUNCTIONS = {"GET": requests.get, "DELETE": requests.delete}
METHODS = {"GET": session.get, "DELETE": session.delete}


def by_function(verb, path):
    return (FUNCTIONS.get(verb) or FUNCTIONS["GET"])(V2 + path)


def by_method(verb, path):
    send = METHODS.get(verb) or session.get
    return send(V2 + path)


def main():
    by_function("DELETE", "/tasks/1")  # call: DELETE /v2/tasks/{task_id}
    by_function("HEAD", "/tasks")  # call: GET /v2/tasks
    by_method("DELETE", "/notes/1")  # call: DELETE /v2/notes/{note_id}
    by_method("HEAD", "/self")  # call: GET /v2/self
