"""Tools for agents: the framework calls `_run`."""
from typing import Type

import requests
from langchain_core.tools import BaseTool, tool
from pydantic import BaseModel, Field

ATTIO = "https://api.attio.com/v2"


class SearchInput(BaseModel):
    query: str = Field(description="what to look for")


class SearchTool(BaseTool):
    name: str = "search"
    description: str = "POST https://api.attio.com/v2/objects/records/search"
    args_schema: Type[BaseModel] = SearchInput
    base_url: str = ATTIO

    def _run(self, query: str) -> dict:
        return requests.post(f"{self.base_url}/objects/records/search", json={"query": query}).json()  # call: POST /v2/objects/records/search


@tool
def add_task(content: str) -> str:
    """Add a task."""
    return requests.post(f"{ATTIO}/tasks", json={"data": {"content": content}}).text  # call: POST /v2/tasks
