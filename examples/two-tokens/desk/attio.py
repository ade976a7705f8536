"""A client of Attio's API, for any token."""

from __future__ import annotations

from typing import Any

import requests

BASE_URL = "https://api.attio.com/v2"


class Attio:
    def __init__(self, token: str) -> None:
        self._session = requests.Session()
        self._session.headers["Authorization"] = f"Bearer {token}"

    def people(self, email: str) -> list[dict[str, Any]]:
        answer = self._send("POST", "/objects/people/records/query", {"filter": {"email_addresses": email}})
        return list(answer["data"])

    def save_person(self, values: dict[str, Any]) -> None:
        self._send("PUT", "/objects/people/records?matching_attribute=email_addresses", {"data": {"values": values}})

    def add_note(self, record_id: str, title: str, content: str) -> None:
        note = {"parent_object": "people", "parent_record_id": record_id, "title": title, "format": "plaintext", "content": content}
        self._send("POST", "/notes", {"data": note})

    def _send(self, method: str, path: str, body: dict[str, Any]) -> dict[str, Any]:
        response = self._session.request(method, BASE_URL + path, json=body, timeout=30)
        response.raise_for_status()
        answer: dict[str, Any] = response.json()
        return answer
