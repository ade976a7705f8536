"""Each level of a recursion is given something else: all of them are told apart, and where there are very many the rest is not known."""
import requests

BASE = "https://api.attio.com/v2"


def each(first, *others):
    verb, path = first
    requests.request(verb, BASE + path)
    if others:
        each(*others)


each(("GET", "/tasks"), ("GET", "/notes"), ("GET", "/lists"), ("GET", "/webhooks"), ("POST", "/tasks"))  # call: GET /v2/lists | GET /v2/notes | GET /v2/tasks | GET /v2/webhooks | POST /v2/tasks
each(*[("DELETE", f"/tasks/{number}") for number in range(40)])  # unresolved: the method is not known


def again(send, *args, left=3, **options):
    """The same request each time."""
    try:
        return send(*args, **options)
    except requests.ConnectionError:
        return again(send, *args, left=left - 1, **options)


again(requests.get, BASE + "/self")  # call: GET /v2/self


def down(path, depth):
    if depth == 0:
        return requests.get(BASE + path)
    return down(path + "/x", depth - 1)


down("/objects", 3)  # unresolved: `down` calls itself more than 4 levels deep


def walk(parts, path="/objects"):
    if not parts:
        return requests.get(BASE + path)
    return walk(parts[1:], path + "/" + parts[0])  # call: GET /v2/objects/{object}


walk(["people"])
