"""Files are uploaded as a form."""
from pathlib import Path

import requests


def upload(path: Path, record_id: str):
    with path.open("rb") as handle:
        return requests.post(  # call: POST /v2/files/upload
            "https://api.attio.com/v2/files/upload",
            files={"file": (path.name, handle)},
            data={"object": "people", "record_id": record_id},
            timeout=60,
        )


def send_to_signed_url(url, data):
    return requests.put(url, data=data)
