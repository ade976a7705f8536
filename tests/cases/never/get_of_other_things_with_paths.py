"""`get`, `post`, `request` and `delete` of things that are no clients, with Attio's paths and addresses."""
# expects nothing
import queue
import sqlite3

from flask import request

ROUTES = {"/v2/notes": "notes"}
ATTIO = "https://api.attio.com/v2"


class Registry:
    def __init__(self):
        self.handlers = {}

    def get(self, path):
        def wrap(fn):
            self.handlers[path] = fn
            return fn

        return wrap

    post = delete = get


router = Registry()
q = queue.Queue()
db = sqlite3.connect("x")


@router.get(ATTIO + "/notes")
def notes():
    return request.args.get(ATTIO + "/notes"), ROUTES.get("/v2/notes")


@router.post("/v2/objects/{object}/records")
def records():
    q.put(ATTIO + "/lists")
    db.execute("select * from t where url = ?", (ATTIO + "/lists",))
    return request.json.get("https://api.attio.com/v2/lists")


def blocklist(adblock, bloom, lru):
    bloom.add(ATTIO)
    lru.pop(ATTIO, None)
    return {ATTIO: 1}.get(ATTIO), adblock.match(ATTIO + "/notes")
