import requests


def call(verb, path, **more):
    """For other programs."""
    return requests.request(verb, "https://api.attio.com/v2/" + path, **more)  # unresolved


def call_notes(path=""):
    return requests.get("https://api.attio.com/v2/notes" + path)  # call-or-unresolved: GET /v2/notes
