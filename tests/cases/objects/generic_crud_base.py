"""A generic CRUD base class that sends; subclasses give slug and model, users call the inherited methods."""
from __future__ import annotations

from typing import Generic, TypeVar

import requests
from pydantic import BaseModel

T = TypeVar("T", bound=BaseModel)


class Person(BaseModel):
    id: str


class Company(BaseModel):
    id: str


class AttioClient:
    def __init__(self, token: str) -> None:
        self._session = requests.Session()
        self._session.headers.update({"Authorization": f"Bearer {token}"})

    def request(self, method: str, path: str, **kwargs) -> dict:
        response = self._session.request(method, f"https://api.attio.com/v2{path}", **kwargs)
        response.raise_for_status()
        return response.json()


class Repository(Generic[T]):
    object_slug: str
    model: type[T]

    def __init__(self, client: AttioClient) -> None:
        self.client = client

    @property
    def base_path(self) -> str:
        return f"/objects/{self.object_slug}/records"

    def get(self, record_id: str) -> T:
        return self.model(**self.client.request("GET", f"{self.base_path}/{record_id}")["data"])  # call: GET /v2/objects/{object}/records/{record_id}

    def query(self, **filters) -> list[T]:
        data = self.client.request("POST", f"{self.base_path}/query", json={"filter": filters})  # call: POST /v2/objects/{object}/records/query
        return [self.model(**row) for row in data["data"]]

    def assert_(self, matching: str, values: dict) -> dict:
        return self.client.request("PUT", self.base_path, params={"matching_attribute": matching}, json={"data": {"values": values}})  # call: PUT /v2/objects/{object}/records


class People(Repository[Person]):
    object_slug = "people"
    model = Person


class Companies(Repository[Company]):
    object_slug = "companies"
    model = Company


client = AttioClient("t")
People(client).get("1")
Companies(client).query(domains="attio.com")
