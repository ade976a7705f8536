# sends: DELETE /v2/notes/{note_id}, POST /v2/tasks
# may: GET /v2/*, POST /v2/*, PATCH /v2/*, DELETE /v2/*
# argv: erase add
import sys

import httpx

client = httpx.Client(base_url="https://api.attio.com/v2")


def run(action):
    if action == "add":
        return client.post("/tasks", json={})
    send = {
        "a": client.get, "b": client.get, "c": client.get, "d": client.get, "e": client.get, "f": client.get, "g": client.get,
        "h": client.get, "i": client.get, "j": client.get, "k": client.get, "l": client.get, "m": client.get, "n": client.get,
        "o": client.get, "p": client.get, "q": client.get, "r": client.get, "s": client.get, "t": client.get, "u": client.get,
        "v": client.get, "w": client.get, "x": client.get, "y": client.get, "change": client.patch, "erase": client.delete,
    }[action]
    return send("/notes/4711")


for action in sys.argv[1:]:
    run(action)
