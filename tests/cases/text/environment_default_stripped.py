import os

import requests

BASE = (os.environ.get("ATTIO_API_BASE", "https://api.attio.com/v2") or "").strip().rstrip("/")


def notes():
    return requests.get(BASE + "/notes")  # call: GET /v2/notes
