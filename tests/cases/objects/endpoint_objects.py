"""Method and path together in constant objects."""
from dataclasses import dataclass

import requests


@dataclass(frozen=True)
class Endpoint:
    verb: str
    path: str

    def url(self, **params):
        return "https://api.attio.com/v2" + self.path.format(**params)


CREATE_NOTE = Endpoint("POST", "/notes")
GET_RECORD = Endpoint("GET", "/objects/{slug}/records/{record_id}")


def call(endpoint, json=None, **params):
    return requests.request(endpoint.verb, endpoint.url(**params), json=json)


call(CREATE_NOTE, json={})  # call: POST /v2/notes
call(GET_RECORD, slug="people", record_id="r")  # call: GET /v2/objects/{object}/records/{record_id}
