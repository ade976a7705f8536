import os

import httpx

with httpx.Client(base_url="https://api.attio.com/v2/", headers={"Authorization": f"Bearer {os.environ['ATTIO_TOKEN']}"}) as client:
    client.post("comments", json={"data": {"format": "plaintext", "content": "Hi", "entry": {"list": "sales", "entry_id": "5"}}}).raise_for_status()
