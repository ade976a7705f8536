from enum import Enum

import requests


class Endpoint(Enum):
    RECORDS = ("POST", "/objects/{slug}/records")
    RECORD = ("GET", "/objects/{slug}/records/{record_id}")

    @property
    def method(self):
        return self.value[0]

    def url(self, **ids):
        return "https://api.attio.com/v2" + self.value[1].format(**ids)


def send(endpoint, body=None, **ids):
    return requests.request(endpoint.method, endpoint.url(**ids), json=body)


send(Endpoint.RECORDS, {}, slug="people")  # call: POST /v2/objects/{object}/records
send(Endpoint.RECORD, slug="people", record_id="1")  # call: GET /v2/objects/{object}/records/{record_id}
