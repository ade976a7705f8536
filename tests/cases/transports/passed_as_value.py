"""The request function is an argument."""
import functools
import time

import requests

BASE = "https://api.attio.com/v2"


def with_backoff(send, *args, **kwargs):
    for attempt in range(5):
        response = send(*args, **kwargs)
        if response.status_code != 429:
            return response
        time.sleep(2**attempt)


with_backoff(requests.post, f"{BASE}/tasks", json={})  # call: POST /v2/tasks
with_backoff(requests.request, "GET", f"{BASE}/tasks")  # call: GET /v2/tasks
with_backoff(requests.get, "https://api.example.com/v2/tasks")
with_backoff(lambda: requests.get(f"{BASE}/lists"))  # call: GET /v2/lists
get = functools.partial(requests.get, headers={"Authorization": "Bearer x"}, timeout=5)
get(f"{BASE}/objects")  # call: GET /v2/objects
delete = functools.partial(requests.request, "DELETE")
delete(f"{BASE}/tasks/t")  # call: DELETE /v2/tasks/{task_id}
