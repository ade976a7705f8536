"""A table of templates on the class."""
import requests


class Attio:
    BASE_URL = "https://api.attio.com/v2"
    ENDPOINTS = {
        "record": "/objects/{object}/records/{id}",
        "entries": "/lists/{list}/entries/query",
    }

    def _url(self, key, **values):
        return self.BASE_URL + self.ENDPOINTS[key].format(**values)

    def update(self, slug, record_id, data):
        return requests.patch(self._url("record", object=slug, id=record_id), json=data)  # call: PATCH /v2/objects/{object}/records/{record_id}

    def entries(self, list_id):
        return requests.post(self._url("entries", list=list_id), json={})  # call: POST /v2/lists/{list}/entries/query
