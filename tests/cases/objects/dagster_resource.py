"""A configurable resource; assets get it by annotation."""
import requests
from dagster import ConfigurableResource, asset


class AttioResource(ConfigurableResource):
    api_key: str
    base_url: str = "https://api.attio.com/v2"

    def fetch(self, path: str, **params):
        return requests.get(f"{self.base_url}{path}", params=params, headers={"Authorization": f"Bearer {self.api_key}"}).json()


@asset
def members(attio: AttioResource):
    return attio.fetch("/workspace_members")  # call: GET /v2/workspace_members


@asset
def lists(context, attio: AttioResource) -> list:
    return attio.fetch("/lists", limit=1)["data"]  # call: GET /v2/lists
