"""The body's keys say what a comment is on; a reply to a thread may be on either."""
# scopes: comment:read-write, list_configuration:read, list_entry:read

import requests

URL = "https://api.attio.com/v2/comments"


def on_entry(entry: dict) -> None:
    requests.post(URL, json={"data": {"format": "plaintext", "content": "hi", "entry": entry}}, timeout=10)  # call: POST /v2/comments


def on_record(record: dict) -> None:
    requests.post(URL, json={"data": {"format": "plaintext", "content": "hi", "record": record}}, timeout=10)  # call: POST /v2/comments # error: ATS001 object_configuration:read, record_permission:read


def reply(thread: str) -> None:
    requests.post(URL, json={"data": {"content": "hi", "thread_id": thread}}, timeout=10)  # call: POST /v2/comments # warning: ATS002 object_configuration:read, record_permission:read
