"""Interface decorators of uplink: not followed yet."""
from uplink import Consumer, get, post


class Attio(Consumer):
    @get("objects")  # todo-call: GET /v2/objects
    def objects(self): ...

    @post("notes")  # todo-call: POST /v2/notes
    def note(self, **body): ...


Attio(base_url="https://api.attio.com/v2/")
