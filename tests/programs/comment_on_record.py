import os

import requests

requests.post(
    "https://api.attio.com/v2/comments",
    headers={"Authorization": f"Bearer {os.environ['ATTIO_TOKEN']}"},
    json={"data": {"format": "plaintext", "content": "Hello", "record": {"object": "people", "record_id": "1"}}},
).raise_for_status()
