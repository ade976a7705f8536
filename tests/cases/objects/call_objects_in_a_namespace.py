"""Class-based endpoints with dunder call and slots, created in a dict comprehension, reached by attribute through SimpleNamespace and vars()."""
from types import SimpleNamespace

import requests

BASE = "https://api.attio.com/v2"
SPEC = {
    "list_webhooks": ("GET", "/webhooks"),
    "create_note": ("POST", "/notes"),
    "get_record": ("GET", "/objects/{object}/records/{record}"),
}


class Call:
    __slots__ = ("method", "path")

    def __init__(self, method, path):
        self.method, self.path = method, path

    def __call__(self, json=None, **ids):
        return requests.request(self.method, BASE + self.path.format(**ids), json=json)


api = SimpleNamespace(**{name: Call(*spec) for name, spec in SPEC.items()})
calls = {name: Call(method, path) for name, (method, path) in SPEC.items()}
api.list_webhooks()  # call: GET /v2/webhooks
api.get_record(object="people", record="1")  # call: GET /v2/objects/{object}/records/{record_id}
calls["create_note"](json={})  # call: POST /v2/notes
