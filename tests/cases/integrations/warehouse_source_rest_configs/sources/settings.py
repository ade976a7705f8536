# expects nothing
from dataclasses import dataclass, field
from typing import Any, Literal, Optional


@dataclass
class EndpointConfig:
    name: str
    path: str
    method: Literal["GET", "POST"] = "GET"
    primary_key: str = "id"
    incremental_fields: list[str] = field(default_factory=list)
    page_size: int = 500
    params: Optional[dict[str, Any]] = None


ATTIO_ENDPOINTS: dict[str, EndpointConfig] = {
    "companies": EndpointConfig(name="companies", path="/objects/companies/records/query", method="POST"),
    "people": EndpointConfig(name="people", path="/objects/people/records/query", method="POST"),
    "lists": EndpointConfig(name="lists", path="/lists"),
    "notes": EndpointConfig(name="notes", path="/notes", page_size=50),
    "tasks": EndpointConfig("tasks", "/tasks"),
    "workspace_members": EndpointConfig(name="workspace_members", path="/workspace_members"),
}

ENDPOINTS = tuple(ATTIO_ENDPOINTS.keys())
