# sends: GET /v2/tasks
# calls: 1
from typing import Protocol

import requests


class Crm(Protocol):
    def fetch(self, tail: str) -> dict: ...


class AttioCrm:
    def fetch(self, tail: str) -> dict:
        return requests.get(f"https://api.attio.com/v2/{tail}").json()


class Report:
    def __init__(self, crm: Crm) -> None:
        self.crm = crm

    def build(self) -> dict:
        return self.crm.fetch("tasks")


def make(kind: str) -> Crm:
    return {"attio": AttioCrm}[kind]()


Report(make("attio")).build()
