"""The path is a keyword of the class statement."""
import httpx


class Resource:
    path: str
    client: httpx.Client

    def __init_subclass__(cls, path: str = "", **kw):
        super().__init_subclass__(**kw)
        cls.path = path

    def __init__(self, client: httpx.Client):
        self.client = client


class Webhooks(Resource, path="/webhooks"):
    def all(self):
        return self.client.get(self.path).json()  # call: GET /v2/webhooks

    def drop(self, webhook_id):
        return self.client.delete(f"{self.path}/{webhook_id}")  # call: DELETE /v2/webhooks/{webhook_id}


class Meetings(Resource, path="/meetings"):
    def all(self):
        return self.client.get(self.path).json()  # call: GET /v2/meetings


http = httpx.Client(base_url="https://api.attio.com/v2")
Webhooks(http).all()
Meetings(http).all()
