from abc import ABC, abstractmethod
from typing import Protocol

import requests


class Transport(Protocol):
    def request(self, method: str, path: str) -> dict: ...


class Crm(ABC):
    @abstractmethod
    def get(self, path):
        """Fetch a path."""

    def lists(self):
        return self.get("/lists")  # call: GET /v2/lists


class Attio(Crm):
    def get(self, path):
        return requests.get("https://api.attio.com/v2" + path)


class Stub(Crm):
    def get(self, path):
        return {"data": []}


Stub().get("/notes")
Attio().get("/tasks")  # call: GET /v2/tasks
