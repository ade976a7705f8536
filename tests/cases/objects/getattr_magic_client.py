"""A client whose attributes are path segments, called in the end."""
import requests


class Endpoint:
    def __init__(self, client, path=""):
        self._client = client
        self._path = path

    def __getattr__(self, name):
        return Endpoint(self._client, f"{self._path}/{name}")

    def __getitem__(self, item):
        return Endpoint(self._client, f"{self._path}/{item}")

    def __call__(self, *parts):
        return Endpoint(self._client, "/".join([self._path, *parts]))

    def get(self, **params):
        return requests.get("https://api.attio.com/v2" + self._path, params=params)

    def post(self, **json):
        return requests.post("https://api.attio.com/v2" + self._path, json=json)


attio = Endpoint(None)
attio.lists.get()  # call: GET /v2/lists
attio.objects["people"].records.query.post(limit=5)  # call: POST /v2/objects/{object}/records/query
attio.notes("n1").get()  # call: GET /v2/notes/{note_id}
