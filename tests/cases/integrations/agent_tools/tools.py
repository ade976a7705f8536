import json
import os
from typing import Any

import requests
from langchain_core.tools import tool

BASE_URL = "https://api.attio.com/v2"


def _call(method: str, path: str, **kwargs: Any) -> str:
    headers = {"Authorization": f"Bearer {os.getenv('ATTIO_API_KEY')}"}
    resp = requests.request(method, f"{BASE_URL}{path}", headers=headers, timeout=20, **kwargs)
    if not resp.ok:
        return json.dumps({"error": resp.text, "path": path})
    return json.dumps(resp.json())


@tool
def find_person(email: str) -> str:
    """Find a person by e-mail address."""
    return _call("POST", "/objects/people/records/query", json={"filter": {"email_addresses": email}})  # call: POST /v2/objects/{object}/records/query


@tool("add_comment", return_direct=True)
def add_comment(thread_id: str, text: str) -> str:
    """Comment on a thread."""
    return _call("POST", "/comments", json={"data": {"thread_id": thread_id, "content": text}})  # call: POST /v2/comments


FUNCTIONS = [
    {"name": "list_tasks", "method": "GET", "path": "/tasks"},
    {"name": "delete_task", "method": "DELETE", "path": "/tasks/{task_id}"},
]


def run_function(name: str, arguments: dict) -> str:
    for function in FUNCTIONS:
        if function["name"] == name:
            return _call(function["method"], function["path"].format(**arguments))  # call: GET /v2/tasks | DELETE /v2/tasks/{task_id}
    raise KeyError(name)
