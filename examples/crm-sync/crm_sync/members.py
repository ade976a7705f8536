"""Who looks after which customer."""

from __future__ import annotations

from crm_sync.client import AttioClient


class Owners:
    """Workspace members by e-mail address, read once."""

    def __init__(self, client: AttioClient) -> None:
        self._ids = {member["email_address"].lower(): member["id"]["workspace_member_id"] for member in client.members()}

    def of(self, email: str) -> str | None:
        return self._ids.get(email.lower())
