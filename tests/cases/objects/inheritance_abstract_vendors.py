"""An abstract client with several vendors."""
from abc import ABC, abstractmethod

import httpx


class CrmClient(ABC):
    @property
    @abstractmethod
    def root(self) -> str: ...

    @abstractmethod
    def headers(self) -> dict: ...

    def call(self, verb: str, path: str, **kwargs):
        with httpx.Client() as http:
            return http.request(verb, f"{self.root}{path}", headers=self.headers(), **kwargs)


class AttioCrm(CrmClient):
    @property
    def root(self):
        return "https://api.attio.com/v2"

    def headers(self):
        return {"Authorization": "Bearer x"}

    def contacts(self):
        return self.call("POST", "/objects/people/records/query")  # call: POST /v2/objects/{object}/records/query


class HubspotCrm(CrmClient):
    @property
    def root(self):
        return "https://api.hubapi.com"

    def headers(self):
        return {}

    def contacts(self):
        return self.call("POST", "/objects/people/records/query")
