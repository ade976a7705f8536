"""A body that is built up in steps is read like one that is written down."""
# scopes: comment:read-write, list_configuration:read, list_entry:read

import requests


def on_entry(entry: dict, text: str) -> None:
    data = {"format": "plaintext"}
    data["content"] = text
    data["entry"] = entry
    requests.post("https://api.attio.com/v2/comments", json={"data": data}, timeout=10)  # call: POST /v2/comments
