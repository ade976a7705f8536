import requests
from app.config import ATTIO_URL
from attio_client import AttioClient

client = AttioClient("k")


def handler(event):
    client.post("notes", {"data": event})  # call: POST /v2/notes
    return requests.get(ATTIO_URL + "/self")  # call: GET /v2/self
