# sends: GET /v2/self
# near: handlers whose parameter has the same method names, and is a database
import requests

HANDLERS = {}


class Database:
    def __init__(self):
        self.rows = {}

    def get(self, key):
        return self.rows.get(key)

    def post(self, key, row):
        self.rows[key] = row

    def send(self, verb, path):
        return verb, path


def on(name):
    return lambda function: HANDLERS.setdefault(name, function)


@on("note")
def note(db):
    db.post("/notes", {"x": 1})
    db.send("DELETE", "/notes/1")
    return db.get("/notes")


HANDLERS["note"](Database())
requests.get("https://api.attio.com/v2/self")
