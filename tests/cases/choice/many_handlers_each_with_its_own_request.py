"""More functions in a table than are kept apart: each sends by itself, whatever the table gives."""
import requests

API = "https://api.attio.com/v2"


def _a(key): return requests.get(f"{API}/objects/{key}")  # call: GET /v2/objects/{object}
def _b(key): return requests.get(f"{API}/lists/{key}")  # call: GET /v2/lists/{list}
def _c(key): return requests.get(f"{API}/notes/{key}")  # call: GET /v2/notes/{note_id}
def _d(key): return requests.get(f"{API}/tasks/{key}")  # call: GET /v2/tasks/{task_id}
def _e(key): return requests.delete(f"{API}/notes/{key}")  # call: DELETE /v2/notes/{note_id}
def _f(key): return requests.delete(f"{API}/tasks/{key}")  # call: DELETE /v2/tasks/{task_id}
def _g(key): return key


TABLE = {
    "a": _a, "b": _b, "c": _c, "d": _d, "e": _e, "f": _f, "g": _g, "h": _g, "i": _g, "j": _g, "k": _g, "l": _g, "m": _g, "n": _g, "o": _g,
    "p": _g, "q": _g, "r": _g, "s": _g, "t": _g, "u": _g, "v": _g, "w": _g, "x": _g, "y": _g, "z": _g, "0": _g, "1": _g, "2": _g, "3": _g,
}


def run(name, key):
    return TABLE[name](key)
