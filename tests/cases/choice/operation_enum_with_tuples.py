"""An Enum whose members are (method, path), sent by its attributes."""
import enum

import requests


class Op(enum.Enum):
    LIST_OBJECTS = ("GET", "/objects")
    QUERY = ("POST", "/objects/{object}/records/query")
    DELETE_NOTE = ("DELETE", "/notes/{note_id}")

    def __init__(self, method, template):
        self.method = method
        self.template = template

    def path(self, **ids):
        return self.template.format(**ids)


class Api:
    base = "https://api.attio.com/v2"

    def execute(self, op: Op, *, json=None, **ids):
        return requests.request(op.method, self.base + op.path(**ids), json=json)


api = Api()
api.execute(Op.LIST_OBJECTS)  # call: GET /v2/objects
api.execute(Op.QUERY, object="people", json={})  # call: POST /v2/objects/{object}/records/query
api.execute(Op.DELETE_NOTE, note_id="1")  # call: DELETE /v2/notes/{note_id}
