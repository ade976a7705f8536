import os
from dataclasses import dataclass, field

import requests


@dataclass(frozen=True)
class Settings:
    base_url: str = "https://api.attio.com"
    version: str = "v2"
    token: str = field(default_factory=lambda: os.environ["ATTIO_TOKEN"])

    @property
    def root(self) -> str:
        return f"{self.base_url}/{self.version}"


@dataclass
class Api:
    settings: Settings

    def statuses(self, list_slug: str, attribute: str) -> list:
        url = f"{self.settings.root}/lists/{list_slug}/attributes/{attribute}/statuses"
        return requests.get(url, headers=self.headers).json()["data"]

    def add_status(self, list_slug: str, attribute: str, title: str) -> None:
        url = f"{self.settings.root}/lists/{list_slug}/attributes/{attribute}/statuses"
        requests.post(url, headers=self.headers, json={"data": {"title": title}}).raise_for_status()

    def rename_status(self, list_slug: str, attribute: str, status: str, title: str) -> None:
        url = f"{self.settings.root}/lists/{list_slug}/attributes/{attribute}/statuses/{status}"
        requests.patch(url, headers=self.headers, json={"data": {"title": title}}).raise_for_status()

    @property
    def headers(self) -> dict:
        return {"Authorization": f"Bearer {self.settings.token}"}


api = Api(Settings())
api.add_status("pipeline", "stage", "Lost")
for status in api.statuses("pipeline", "stage"):
    api.rename_status("pipeline", "stage", status["id"]["status_id"], "Gone")
