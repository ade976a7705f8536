"""A small client for Attio: one session, one place that sends requests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import requests

from crm_sync.settings import Settings

PAGE_SIZE = 200


class AttioError(Exception):
    """Attio refused a request."""


class AttioClient:
    def __init__(self, settings: Settings) -> None:
        self._base_url = settings.attio_base_url.rstrip("/")
        self._session = requests.Session()
        self._session.headers["Authorization"] = f"Bearer {settings.attio_token}"

    def _request(self, method: str, path: str, *, json: Any = None, params: dict[str, Any] | None = None) -> Any:
        response = self._session.request(method, f"{self._base_url}{path}", json=json, params=params, timeout=30)
        if response.status_code == 403:
            raise AttioError(f"{method} {path}: the token lacks a scope")
        response.raise_for_status()
        return response.json()["data"] if response.content else None

    # Records

    def upsert_record(self, object_slug: str, matching: str, values: dict[str, Any]) -> str:
        record = self._request(
            "PUT",
            f"/objects/{object_slug}/records",
            params={"matching_attribute": matching},
            json={"data": {"values": values}},
        )
        return str(record["id"]["record_id"])

    def query_records(self, object_slug: str, criteria: dict[str, Any]) -> Iterator[dict[str, Any]]:
        offset = 0
        while True:
            page = self._request(
                "POST",
                f"/objects/{object_slug}/records/query",
                json={"filter": criteria, "limit": PAGE_SIZE, "offset": offset},
            )
            yield from page
            if len(page) < PAGE_SIZE:
                return
            offset += PAGE_SIZE

    def attribute_slugs(self, object_slug: str) -> set[str]:
        attributes = self._request("GET", f"/objects/{object_slug}/attributes")
        return {attribute["api_slug"] for attribute in attributes}

    # Lists

    def add_to_list(self, list_slug: str, parent_object: str, record_id: str) -> None:
        self._request(
            "PUT",
            f"/lists/{list_slug}/entries",
            json={"data": {"parent_object": parent_object, "parent_record_id": record_id, "entry_values": {}}},
        )

    # Everything else

    def members(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self._request("GET", "/workspace_members")
        return found

    def create_note(self, parent_object: str, record_id: str, title: str, content: str) -> None:
        note = {
            "parent_object": parent_object,
            "parent_record_id": record_id,
            "title": title,
            "format": "plaintext",
            "content": content,
        }
        self._request("POST", "/notes", json={"data": note})

    def webhooks(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self._request("GET", "/webhooks")
        return found

    def create_webhook(self, target_url: str, events: list[str]) -> str:
        subscriptions = [{"event_type": event, "filter": None} for event in events]
        webhook = self._request("POST", "/webhooks", json={"data": {"target_url": target_url, "subscriptions": subscriptions}})
        return str(webhook["id"]["webhook_id"])

    def delete_webhook(self, webhook_id: str) -> None:
        self._request("DELETE", f"/webhooks/{webhook_id}")
