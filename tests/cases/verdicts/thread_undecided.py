"""The query is made elsewhere, so it may be a record's threads or a list entry's."""
# scopes: comment:read, list_configuration:read, list_entry:read

import requests


def threads(query: dict) -> requests.Response:
    return requests.get("https://api.attio.com/v2/threads", params=query, timeout=10)  # call: GET /v2/threads # warning: ATS002 object_configuration:read, record_permission:read # says: for a record, nothing more for a list entry


def one(thread_id: str) -> requests.Response:
    return requests.get(f"https://api.attio.com/v2/threads/{thread_id}", timeout=10)  # call: GET /v2/threads/{thread_id} # warning: ATS002 object_configuration:read, record_permission:read
