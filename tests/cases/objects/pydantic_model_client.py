"""The client is a pydantic model."""
import requests
from pydantic import BaseModel, Field, PrivateAttr


class AttioTool(BaseModel):
    api_key: str = Field(..., description="token")
    base_url: str = Field(default="https://api.attio.com/v2", description="root")
    _session: requests.Session = PrivateAttr(default_factory=requests.Session)

    def search(self, query: str):
        return self._session.post(f"{self.base_url}/objects/records/search", json={"query": query})  # call: POST /v2/objects/records/search

    def list_objects(self):
        return requests.get(f"{self.base_url}/objects", headers={"Authorization": self.api_key})  # call: GET /v2/objects
