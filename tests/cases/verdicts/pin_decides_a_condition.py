"""What no source can show, on what a thread hangs, a pin says; one that the source contradicts is untrue."""
# scopes: comment:read, list_configuration:read, list_entry:read, object_configuration:read

import sys

import requests

BASE = "https://api.attio.com/v2"


def thread(thread_id: str) -> requests.Response:
    return requests.get(f"{BASE}/threads/{thread_id}", timeout=10)  # attio-scopes: endpoint GET /v2/threads/{thread_id} when subject=entry # call: GET /v2/threads/{thread_id}


def of_a_record(thread_id: str) -> requests.Response:
    return requests.get(f"{BASE}/threads/{thread_id}", timeout=10)  # attio-scopes: endpoint GET /v2/threads/{thread_id} when subject=record # call: GET /v2/threads/{thread_id} # error: ATS001 record_permission:read


def by_path(target: str) -> requests.Response:
    return requests.get(f"{BASE}/{target}/sales/attributes", timeout=10)  # attio-scopes: endpoint GET /v2/lists/sales/attributes # call: GET /v2/{target}/{identifier}/attributes


def untrue(slug: str) -> requests.Response:
    return requests.get(f"{BASE}/objects/{slug}/attributes", timeout=10)  # attio-scopes: endpoint GET /v2/lists/{slug}/attributes # call: GET /v2/{target}/{identifier}/attributes # warning: ATS201 # says: but the call reaches GET /v2/{target}/{identifier}/attributes when target=objects


def unknown(thread_id: str) -> requests.Response:
    return requests.get(f"{BASE}/threads/{thread_id}", timeout=10)  # attio-scopes: endpoint GET /v2/threads/{thread_id} when subject=deal # call: GET /v2/threads/{thread_id} # warning: ATS201 # warning: ATS002 record_permission:read
