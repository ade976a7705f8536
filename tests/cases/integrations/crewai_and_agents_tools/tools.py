"""Tools for agents: functions with schemas, registered in a dict, called by name; a client behind a lazy proxy."""
import json
import os
from typing import Any, Callable

import httpx
from agents import function_tool
from crewai.tools import BaseTool

TOOLS: dict[str, Callable[..., Any]] = {}
SCHEMAS: list[dict] = []


def register(name: str, description: str, parameters: dict):
    def wrap(fn):
        TOOLS[name] = fn
        SCHEMAS.append({"type": "function", "function": {"name": name, "parameters": parameters}})
        return fn

    return wrap


class _Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._value = None

    def __call__(self):
        if self._value is None:
            self._value = self._factory()
        return self._value


http = _Lazy(lambda: httpx.Client(base_url="https://api.attio.com/v2", headers={"Authorization": os.environ["ATTIO_KEY"]}))


@register("create_task", "Create a task", {"type": "object"})
def create_task(content: str, assignee: str | None = None) -> dict:
    return http().post("/tasks", json={"data": {"content": content}}).json()  # call: POST /v2/tasks


@function_tool
def find_company(domain: str) -> str:
    """Find a company."""
    r = http().post("/objects/companies/records/query", json={"filter": {"domains": domain}})  # call: POST /v2/objects/{object}/records/query
    return json.dumps(r.json())


class NoteTool(BaseTool):
    name: str = "note"
    description: str = "Adds a note"

    def _run(self, record_id: str, text: str) -> str:
        return http().post("/notes", json={"data": {"parent_record_id": record_id}}).text  # call: POST /v2/notes


def dispatch(call):
    return TOOLS[call.name](**json.loads(call.arguments))
