"""Objects that are handed through several layers: use cases with ports and adapters, commands with execute(), a container made by hand."""
from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass

import requests


class RecordPort(ABC):
    @abstractmethod
    def find(self, slug: str, record_id: str) -> dict: ...

    @abstractmethod
    def save(self, slug: str, values: dict) -> dict: ...


@dataclass
class HttpGateway:
    base_url: str
    token: str

    def send(self, method: str, path: str, **kwargs) -> dict:
        response = requests.request(method, self.base_url + path, headers={"Authorization": f"Bearer {self.token}"}, **kwargs)
        return response.json()


@dataclass
class AttioRecords(RecordPort):
    gateway: HttpGateway

    def find(self, slug, record_id):
        return self.gateway.send("GET", f"/objects/{slug}/records/{record_id}")  # call: GET /v2/objects/{object}/records/{record_id}

    def save(self, slug, values):
        return self.gateway.send("POST", f"/objects/{slug}/records", json=values)  # call: POST /v2/objects/{object}/records


@dataclass
class HubspotRecords(RecordPort):
    gateway: HttpGateway

    def find(self, slug, record_id):
        return self.gateway.send("GET", f"/crm/v3/objects/{slug}/{record_id}")

    def save(self, slug, values):
        return self.gateway.send("POST", f"/crm/v3/objects/{slug}", json=values)


class Command(ABC):
    def __init__(self, records: RecordPort):
        self.records = records

    @abstractmethod
    def execute(self, payload: dict) -> dict: ...


class SavePerson(Command):
    def execute(self, payload):
        return self.records.save("people", payload)


class Container:
    def __init__(self, settings: dict):
        self.attio = AttioRecords(HttpGateway("https://api.attio.com/v2", settings["attio"]))
        self.hubspot = HubspotRecords(HttpGateway("https://api.hubapi.com", settings["hubspot"]))
        self.commands = {"save": SavePerson(self.attio), "mirror": SavePerson(self.hubspot)}


def handle(name: str, payload: dict, settings: dict):
    return Container(settings).commands[name].execute(payload)
