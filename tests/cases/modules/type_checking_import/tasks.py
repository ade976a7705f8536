from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clients.attio import AttioClient
    from clients.copper import CopperClient


def done(client: AttioClient, task_id: str) -> None:
    client.patch(f"/tasks/{task_id}", {"data": {"is_completed": True}})  # call: PATCH /v2/tasks/{task_id}


def done_elsewhere(client: CopperClient, task_id: str) -> None:
    client.patch(f"/tasks/{task_id}", {})
