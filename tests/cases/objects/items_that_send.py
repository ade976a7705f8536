import requests


class Remote:
    def __init__(self, base="https://api.attio.com/v2/objects/people/records/"):
        self.base = base

    def __getitem__(self, key):
        return requests.get(f"https://api.attio.com/v2/notes/{key}")  # call: GET /v2/notes/{note_id}

    def __setitem__(self, key, value):
        requests.patch(f"https://api.attio.com/v2/notes/{key}", json=value)  # call: PATCH /v2/notes/{note_id}

    def __delitem__(self, key):
        requests.delete(f"https://api.attio.com/v2/notes/{key}")  # call: DELETE /v2/notes/{note_id}

    def __contains__(self, key):
        return requests.get(f"https://api.attio.com/v2/notes/{key}").ok  # call: GET /v2/notes/{note_id}

    def __iter__(self):
        yield from requests.get("https://api.attio.com/v2/notes").json()["data"]  # call: GET /v2/notes
