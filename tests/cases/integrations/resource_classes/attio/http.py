import httpx

BASE = "https://api.attio.com/v2"


class Transport:
    def __init__(self, key, base=BASE):
        self._client = httpx.Client(base_url=base, headers={"Authorization": f"Bearer {key}"})

    def send(self, method, path, body=None, query=None):
        reply = self._client.request(method, path, json=body, params=query)
        reply.raise_for_status()
        return reply.json()["data"]
