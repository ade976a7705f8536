import os

import httpx


class Bearer(httpx.Auth):
    def __init__(self, token):
        self.token = token

    def auth_flow(self, request):
        request.headers["Authorization"] = f"Bearer {self.token}"
        yield request


with httpx.Client(auth=Bearer(os.environ["ATTIO_TOKEN"])) as client:
    thread = client.get("https://api.attio.com/v2/threads", params={"record_id": "1", "object": "people"})
    thread.raise_for_status()
