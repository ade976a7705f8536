"""A fluent builder: steps give new builders, the last one sends."""
from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field, replace
from typing import Any

import httpx


@dataclass(frozen=True)
class Query:
    client: "Attio"
    slug: str
    filters: dict = field(default_factory=dict)
    sorts: tuple = ()
    size: int = 100

    def where(self, **filters: Any) -> Query:
        return replace(self, filters={**self.filters, **filters})

    def order_by(self, *sorts: str) -> Query:
        return replace(self, sorts=sorts)

    def limit(self, size: int) -> Query:
        other = copy(self)
        object.__setattr__(other, "size", size)
        return other

    def all(self) -> list[dict]:
        body = {"filter": self.filters, "sorts": list(self.sorts), "limit": self.size}
        return self.client.send("POST", f"/objects/{self.slug}/records/query", json=body)["data"]  # call: POST /v2/objects/{object}/records/query

    def first(self) -> dict | None:
        return next(iter(self.limit(1).all()), None)


class RecordSet:
    def __init__(self, client: Attio, slug: str):
        self.client, self.slug = client, slug
        self.root = f"/objects/{slug}/records"

    def query(self) -> Query:
        return Query(self.client, self.slug)

    def create(self, values):
        return self.client.send("POST", self.root, json={"data": {"values": values}})  # call: POST /v2/objects/{object}/records

    def __getitem__(self, record_id):
        return self.client.send("GET", f"{self.root}/{record_id}")  # call: GET /v2/objects/{object}/records/{record_id}

    def __iter__(self):
        yield from self.query().all()


class Attio:
    BASE_URL = "https://api.attio.com/v2"

    def __init__(self, token: str):
        self._http = httpx.Client(headers={"Authorization": f"Bearer {token}"})

    def send(self, method: str, path: str, **kwargs: Any) -> dict:
        r = self._http.request(method, f"{self.BASE_URL}{path}", **kwargs)
        r.raise_for_status()
        return r.json()

    def objects(self, slug: str) -> RecordSet:
        return RecordSet(self, slug)


attio = Attio("t")
people = attio.objects("people")
people.query().where(name="x").order_by("name").first()
people.create({})
people["r1"]
for person in people:
    print(person)
