# expects nothing
import requests

import fake_attio

base = "http://127.0.0.1:8000"


def check():
    fake_attio.serve()
    requests.get(f"{base}/v2/lists")
    requests.post(f"{base}/v2/notes", json={})
