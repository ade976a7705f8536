import os

import requests

URL = "https://api.attio.com/v2/comments"
H = {"Authorization": f"Bearer {os.environ['ATTIO_TOKEN']}"}


def on_record(text):
    return requests.post(URL, headers=H, json={"data": {"format": "plaintext", "content": text, "record": {"object": "people", "record_id": "1"}}})


def on_entry(text):
    return requests.post(URL, headers=H, json={"data": {"format": "plaintext", "content": text, "entry": {"list": "sales", "entry_id": "5"}}})


on_record("Hello").raise_for_status()
on_entry("Hello").raise_for_status()
for last in "12":
    # one is on a record, the other on a list entry: only the server knows
    requests.get(f"{URL}/80000000-aaaa-4bbb-8ccc-00000000000{last}", headers=H).raise_for_status()
