"""LangChain tools: a wrapper model with an API, tools with _run, a toolkit."""
from typing import Any, Optional, Type

import requests
from langchain_core.tools import BaseTool, tool
from pydantic import BaseModel, Field, model_validator


class AttioAPIWrapper(BaseModel):
    api_key: Optional[str] = None
    base_url: str = "https://api.attio.com/v2"
    session: Any = None

    @model_validator(mode="before")
    @classmethod
    def validate_environment(cls, values: dict) -> dict:
        values["session"] = requests.Session()
        return values

    def _post(self, path: str, body: dict) -> dict:
        return requests.post(f"{self.base_url}{path}", json=body).json()

    def search(self, object_slug: str, query: str) -> str:
        return str(self._post(f"/objects/{object_slug}/records/query", {"filter": {"name": query}}))  # call: POST /v2/objects/{object}/records/query

    def run(self, mode: str, query: str) -> str:
        if mode == "search":
            return self.search("people", query)
        if mode == "note":
            return str(self._post("/notes", {"data": query}))  # call: POST /v2/notes
        raise ValueError(mode)


class SearchInput(BaseModel):
    query: str = Field(description="name")


class SearchTool(BaseTool):
    name: str = "attio_search"
    description: str = "Search"
    args_schema: Type[BaseModel] = SearchInput
    api: AttioAPIWrapper = Field(default_factory=AttioAPIWrapper)

    def _run(self, query: str, run_manager=None) -> str:
        self.api._post("/tasks", {"data": query})  # call: POST /v2/tasks
        return self.api.search("companies", query)


@tool
def list_members() -> list:
    """List the members."""
    return requests.get(AttioAPIWrapper().base_url + "/workspace_members").json()  # call: GET /v2/workspace_members
