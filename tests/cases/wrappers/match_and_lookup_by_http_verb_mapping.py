"""The session's functions picked by a mapping, a match, or http constants."""
import http
import requests

BASE = "https://api.attio.com/v2"
session = requests.Session()
VERBS = {"GET": session.get, "POST": session.post, http.HTTPMethod.PATCH: session.patch}
FUNCS = {m: getattr(requests, m.lower()) for m in ("GET", "POST", "PUT", "DELETE")}


def a(verb, path, **kw):
    return VERBS[verb](BASE + path, **kw)


def b(verb, path, **kw):
    match verb.upper():
        case "GET" | "HEAD":
            return session.get(BASE + path, **kw)
        case "POST":
            return session.post(BASE + path, **kw)
        case other:
            raise ValueError(other)


def c(verb, path):
    fn = FUNCS.get(verb)
    if not fn:
        raise ValueError(verb)
    return fn(BASE + path)


a("GET", "/lists")  # call: GET /v2/lists
a("POST", "/notes", json={})  # call: POST /v2/notes
b("get", "/objects")  # call: GET /v2/objects
b("post", "/tasks")  # call: POST /v2/tasks
c("DELETE", "/tasks/1")  # call: DELETE /v2/tasks/{task_id}
a(http.HTTPMethod.PATCH, "/tasks/1", json={})  # call: PATCH /v2/tasks/{task_id}
