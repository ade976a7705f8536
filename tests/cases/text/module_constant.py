import os

import requests

ATTIO_API_URL = "https://api.attio.com/v2"
HEADERS = {"Authorization": "Bearer " + os.environ["ATTIO_API_KEY"]}


def create_note(payload):
    response = requests.post(ATTIO_API_URL + "/notes", json={"data": payload}, headers=HEADERS, timeout=30)  # call: POST /v2/notes
    response.raise_for_status()
    return response.json()
