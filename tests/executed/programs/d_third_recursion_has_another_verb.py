# sends: GET /v2/notes, POST /v2/notes, DELETE /v2/notes/{note_id}
import requests


def play(steps):
    if not steps:
        return
    verb, tail = steps[0]
    requests.request(verb, "https://api.attio.com/v2/notes" + tail)
    play(steps[1:])


play([("GET", ""), ("POST", ""), ("DELETE", "/9")])
