# sends: PATCH /v2/lists/{list}/entries/{entry_id}
import httpx


class Bus:
    def __init__(self):
        self._listeners = {}

    def on(self, name, listener):
        self._listeners.setdefault(name, []).append(listener)

    def emit(self, name, **payload):
        for listener in self._listeners.get(name, []):
            listener(**payload)


class Mirror:
    def __init__(self, bus):
        self.http = httpx.Client(base_url="https://api.attio.com/v2")
        bus.on("stage", self.stage)

    def stage(self, key, value):
        self.http.patch(f"/lists/sales/entries/{key}", json={"stage": value})


bus = Bus()
mirror = Mirror(bus)
bus.emit("stage", key="4", value="won")
