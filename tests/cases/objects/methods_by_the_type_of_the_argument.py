from functools import singledispatch, singledispatchmethod

import requests

V2 = "https://api.attio.com/v2"


class Notes:
    @singledispatchmethod
    def take(self, what):
        raise NotImplementedError

    @take.register
    def _(self, what: str):
        return requests.get(f"{V2}/notes/{what}")  # call: GET /v2/notes/{note_id}

    @take.register(dict)
    def _(self, what):
        return requests.post(f"{V2}/notes", json=what)  # call: POST /v2/notes


@singledispatch
def show(what):
    return requests.get(f"{V2}/threads")  # call: GET /v2/threads


@show.register
def _(what: int):
    return requests.get(f"{V2}/threads/{what}")  # call: GET /v2/threads/{thread_id}
