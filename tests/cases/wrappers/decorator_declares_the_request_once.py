"""The request is declared where the decorator stands: one call, there."""
import requests


def api(verb, path):
    def decorate(function):
        def inner(**given):
            return requests.request(verb, "https://api.attio.com/v2" + path.format(**given))

        return inner

    return decorate


@api("GET", "/notes")  # call: GET /v2/notes
def notes(): ...


@api("DELETE", "/notes/{key}")  # call: DELETE /v2/notes/{note_id}
def drop(key): ...
