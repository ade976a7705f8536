"""A client with resource namespaces as nested classes and as dataclass fields made in __post_init__."""
from dataclasses import InitVar, dataclass, field

import requests


@dataclass
class Attio:
    token: InitVar[str]
    base: str = "https://api.attio.com/v2"
    session: requests.Session = field(default_factory=requests.Session, repr=False)
    notes: "Notes" = field(init=False)
    lists: "Attio.Lists" = field(init=False)

    def __post_init__(self, token):
        self.session.headers["Authorization"] = f"Bearer {token}"
        self.notes = Notes(self)
        self.lists = self.Lists(self)

    def call(self, method, *segments, **kw):
        return self.session.request(method, "/".join((self.base,) + segments), **kw).json()

    class Lists:
        def __init__(self, api):
            self.api = api

        def all(self):
            return self.api.call("GET", "lists")  # call: GET /v2/lists

        def entries(self, list_id):
            return self.api.call("POST", "lists", list_id, "entries", "query")  # call: POST /v2/lists/{list}/entries/query


@dataclass
class Notes:
    api: Attio

    def create(self, **data):
        return self.api.call("POST", "notes", json={"data": data})  # call: POST /v2/notes


attio = Attio("t")
attio.notes.create(title="x")
attio.lists.entries("a")
