# sends: GET /v2/notes/{note_id}, POST /v2/notes
import functools

import requests

NOTES = "https://api.attio.com/v2/notes"


class Notes:
    @functools.singledispatchmethod
    def use(self, what):
        raise TypeError(what)

    @use.register
    def _(self, what: str):
        return requests.get(f"{NOTES}/{what}")

    @use.register
    def _(self, what: dict):
        return requests.post(NOTES, json=what)


notes = Notes()
notes.use("1")
notes.use({"title": "x"})
