import httpx


class Bus:
    def __init__(self):
        self.listeners = {}

    def listen(self, name, listener):
        self.listeners.setdefault(name, []).append(listener)

    def tell(self, name, *what):
        for listener in self.listeners.get(name, ()):
            listener(*what)


def stage_changed(http, key):
    http.patch(f"/lists/sales/entries/{key}")  # call: PATCH /v2/lists/{list}/entries/{entry_id}


bus = Bus()
bus.listen("stage", stage_changed)
bus.tell("stage", httpx.Client(base_url="https://api.attio.com/v2"), "1")
