import os
import httpx

client = None
_token = None


def init(token=None):
    global client, _token
    _token = token or os.environ["ATTIO"]
    client = httpx.Client(base_url="https://api.attio.com/v2", headers={"Authorization": f"Bearer {_token}"})


def lists():
    if client is None:
        init()
    return client.get("/lists").json()  # call: GET /v2/lists


def note(data):
    assert client is not None
    return client.post("/notes", json=data)  # call: POST /v2/notes
