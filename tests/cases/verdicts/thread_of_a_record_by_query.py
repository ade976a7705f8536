"""The query says that the threads are a record's."""
# scopes: comment:read, list_configuration:read, list_entry:read

import requests


def of_record(record_id: str) -> requests.Response:
    query = {"object": "people", "record_id": record_id}
    return requests.get("https://api.attio.com/v2/threads", params=query, timeout=10)  # call: GET /v2/threads # error: ATS001 object_configuration:read, record_permission:read


def of_entry(entry_id: str) -> requests.Response:
    return requests.get(f"https://api.attio.com/v2/threads?list=sales&entry_id={entry_id}", timeout=10)  # call: GET /v2/threads
