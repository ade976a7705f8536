"""Dictionaries, caches and queues have `get` and `post` too."""
import requests


class Attio:
    BASE = "https://api.attio.com/v2"

    def __init__(self, cache, bus):
        self.cache = cache
        self.bus = bus
        self.paths = {"/objects": 1}

    def run(self):
        self.cache.get("/objects")
        self.bus.post("/notes", {})
        self.paths.get("/objects")
        return requests.get(f"{self.BASE}/objects")  # call: GET /v2/objects
