from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .http import Http


@dataclass(slots=True)
class AttioRepository:
    http: Http
    slug: str = "people"
    page: int = 500

    def all(self) -> Iterator[dict]:
        offset = 0
        while rows := self.http.call("POST", f"objects/{self.slug}/records/query", json={"offset": offset})["data"]:  # call: POST /v2/objects/{object}/records/query
            yield from rows
            offset += self.page

    def save(self, record: dict) -> dict:
        record_id = record.pop("id", None)
        path = f"objects/{self.slug}/records"
        verb = "POST"
        if record_id is not None:
            path, verb = f"{path}/{record_id}", "PATCH"
        return self.http.call(verb, path, json={"data": {"values": record}})  # call: POST /v2/objects/{object}/records | PATCH /v2/objects/{object}/records/{record_id}

    def remove(self, record_id: str) -> None:
        self.http.call("DELETE", f"objects/{self.slug}/records/{record_id}")  # call: DELETE /v2/objects/{object}/records/{record_id}
