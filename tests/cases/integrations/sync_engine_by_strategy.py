"""A sync engine: field mapping, upsert strategy chosen by config, compare, batches with dicts of callables bound to the client, dry run."""
from __future__ import annotations

import dataclasses
import enum
import itertools
from typing import Any, Callable, Iterable, Mapping

import httpx


class Strategy(enum.Enum):
    ASSERT = "assert"
    CREATE = "create"
    UPDATE = "update"


@dataclasses.dataclass(slots=True)
class Mapping_:
    source: str
    target: str
    transform: Callable[[Any], Any] = lambda x: x


class AttioSync:
    def __init__(self, client: httpx.Client, object_slug: str, *, matching: str | None = None, dry_run: bool = False):
        self.client = client
        self.object_slug = object_slug
        self.matching = matching
        self.dry_run = dry_run
        self._writers: Mapping[Strategy, Callable[..., Any]] = {
            Strategy.ASSERT: self._assert,
            Strategy.CREATE: self._create,
            Strategy.UPDATE: self._update,
        }

    @property
    def _records(self) -> str:
        return f"/v2/objects/{self.object_slug}/records"

    def _assert(self, values: dict) -> None:
        self.client.put(self._records, params={"matching_attribute": self.matching}, json={"data": {"values": values}})  # call: PUT /v2/objects/{object}/records

    def _create(self, values: dict) -> None:
        self.client.post(self._records, json={"data": {"values": values}})  # call: POST /v2/objects/{object}/records

    def _update(self, values: dict) -> None:
        record_id = values.pop("id")
        self.client.patch(f"{self._records}/{record_id}", json={"data": {"values": values}})  # call: PATCH /v2/objects/{object}/records/{record_id}

    def run(self, rows: Iterable[dict], strategy: Strategy = Strategy.ASSERT, mapping: list[Mapping_] | None = None) -> int:
        write = self._writers[strategy]
        count = 0
        for row in itertools.islice(rows, 1000):
            values = {m.target: m.transform(row[m.source]) for m in mapping or []}
            if not self.dry_run:
                write(values)
            count += 1
        return count


def main() -> None:
    with httpx.Client(base_url="https://api.attio.com", headers={"Authorization": "Bearer x"}) as client:
        AttioSync(client, "people", matching="email_addresses").run([])
        AttioSync(client, "deals").run([], Strategy("create"))
