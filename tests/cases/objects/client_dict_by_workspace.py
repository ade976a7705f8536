"""Clients in a dict on the instance."""
import httpx


class Pool:
    def __init__(self, tokens):
        self._clients = {}
        for name, token in tokens.items():
            self._clients[name] = httpx.Client(base_url="https://api.attio.com/v2", headers={"Authorization": token})

    def client(self, name) -> httpx.Client:
        return self._clients[name]

    def objects(self, name):
        return self._clients[name].get("/objects")  # call: GET /v2/objects

    def lists(self, name):
        return self.client(name).get("/lists")  # call: GET /v2/lists
