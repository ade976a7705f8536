from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pkg.clients import AttioClient


def _client() -> AttioClient:
    from pkg.clients import AttioClient

    return AttioClient()


def run(client: AttioClient | None = None) -> None:
    client = client or _client()
    client.call("POST", "/notes")  # call: POST /v2/notes


def stop(client: "AttioClient") -> None:
    client.call("DELETE", "/notes/1")  # call: DELETE /v2/notes/{note_id}
