"""Run once, when the integration is installed: Attio shall tell us when a company changes."""

from __future__ import annotations

from crm_sync import settings
from crm_sync.client import AttioClient

EVENTS = ["record.updated", "record.deleted"]


def register(client: AttioClient, target_url: str) -> str:
    """Register our webhook anew, so that there is exactly one of it."""
    for webhook in client.webhooks():
        if webhook["target_url"] == target_url:
            client.delete_webhook(webhook["id"]["webhook_id"])
    return client.create_webhook(target_url, EVENTS)


def main() -> None:
    config = settings.load()
    register(AttioClient(config), f"{config.public_url}/hooks/attio")


if __name__ == "__main__":
    main()
