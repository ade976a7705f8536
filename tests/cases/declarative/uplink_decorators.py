"""Interfaces of uplink: the decorators declare the requests; the base URL is given where the object is made, or by the class."""
import requests
from uplink import Body, Consumer, Path, Query, get, headers, json, post, returns
from uplink import delete as remove


@headers({"Accept": "application/json"})
class Attio(Consumer):
    @returns.json
    @get("objects")  # call: GET /v2/objects
    def objects(self): ...

    @json
    @post("notes")  # call: POST /v2/notes
    def note(self, **body: Body): ...

    @get("objects/{slug}/records/{record_id}")  # call: GET /v2/objects/{object}/records/{record_id}
    def record(self, slug: Path, record_id: Path, limit: Query = 10): ...

    @remove("webhooks/{webhook_id}")  # call: DELETE /v2/webhooks/{webhook_id}
    def drop(self, webhook_id): ...


class Fixed(Consumer):
    def __init__(self):
        super().__init__(base_url="https://api.attio.com/v2/")

    @get("tasks")  # call: GET /v2/tasks
    def tasks(self): ...


class GitHub(Consumer):
    @get("lists")
    def lists(self): ...


class Plain:
    @get("lists")
    def lists(self): ...


Attio(base_url="https://api.attio.com/v2/")
GitHub(base_url="https://api.github.com/")
requests.get("https://api.example.com")
