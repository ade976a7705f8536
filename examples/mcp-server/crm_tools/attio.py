"""The one client of the tools."""

from __future__ import annotations

import os
from typing import Any

import httpx

http = httpx.Client(base_url="https://api.attio.com/v2", headers={"Authorization": f"Bearer {os.environ['ATTIO_TOKEN']}"})


def send(method: str, path: str, **options: Any) -> Any:
    answer = http.request(method, path, **options)
    answer.raise_for_status()
    return answer.json().get("data")


def find(kind: str, attribute: str, value: str) -> dict[str, Any] | None:
    """The first record of a kind that has a value."""
    found = send("POST", f"/objects/{kind}/records/query", json={"filter": {attribute: value}, "limit": 1})
    return found[0] if found else None


def record_id(record: dict[str, Any]) -> str:
    return str(record["id"]["record_id"])


def open_tasks(assignee: str | None = None) -> list[dict[str, Any]]:
    found = send("GET", "/tasks", params={"is_completed": "false", **({"assignee": assignee} if assignee else {})})
    return list(found)


def complete(task_id: str) -> None:
    send("PATCH", f"/tasks/{task_id}", json={"data": {"is_completed": True}})
