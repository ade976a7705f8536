"""A typed client with an object per resource."""
import requests


class _Resource:
    def __init__(self, client):
        self._client = client


class Records(_Resource):
    def query(self, slug, filter=None):
        return self._client.request("POST", f"/objects/{slug}/records/query", json={"filter": filter})  # call: POST /v2/objects/{object}/records/query

    def get(self, slug, record_id):
        return self._client.request("GET", f"/objects/{slug}/records/{record_id}")  # call: GET /v2/objects/{object}/records/{record_id}


class Notes(_Resource):
    def create(self, data):
        return self._client.request("POST", "/notes", json={"data": data})  # call: POST /v2/notes


class Client:
    def __init__(self, api_key):
        self.records = Records(self)
        self.notes = Notes(self)
        self.session = requests.Session()

    def request(self, method, path, **kwargs):
        return self.session.request(method, "https://api.attio.com/v2" + path, **kwargs)


client = Client("k")
client.records.query("people")
client.notes.create({})
