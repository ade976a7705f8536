"""The tools."""

from __future__ import annotations

from typing import Any

from mcp.server.fastmcp import FastMCP

from crm_tools import attio

mcp = FastMCP("crm")


@mcp.tool()
def find_person(email: str) -> dict[str, Any] | None:
    """Look a person up by e-mail address."""
    return attio.find("people", "email_addresses", email)


@mcp.tool()
def add_note(email: str, title: str, text: str) -> str:
    """Write a note on a person."""
    person = attio.find("people", "email_addresses", email)
    if person is None:
        return "no such person"
    data = {"parent_object": "people", "parent_record_id": attio.record_id(person), "title": title, "format": "plaintext", "content": text}
    attio.send("POST", "/notes", json={"data": data})
    return "done"


@mcp.tool()
def my_tasks(assignee: str) -> list[dict[str, Any]]:
    """The open tasks of a member."""
    return attio.open_tasks(assignee)


@mcp.tool()
def complete_task(task_id: str) -> str:
    """Close a task."""
    attio.complete(task_id)
    return "done"


@mcp.tool(name="colleagues")
def list_members() -> list[str]:
    """Who is in the workspace."""
    return [member["email_address"] for member in attio.send("GET", "/workspace_members")]


@mcp.tool()
def move_deal(deal_id: str, stage: str) -> str:
    """Move a deal to another stage."""
    attio.send("PATCH", f"/objects/deals/records/{deal_id}", json={"data": {"values": {"stage": stage}}})
    return "done"


@mcp.tool()
def shortlist(email: str, name: str) -> str:
    """Put a person on a list."""
    person = attio.find("people", "email_addresses", email)
    if person is None:
        return "no such person"
    data = {"parent_object": "people", "parent_record_id": attio.record_id(person), "entry_values": {}}
    attio.send("POST", f"/lists/{name}/entries", json={"data": data})
    return "done"


if __name__ == "__main__":
    mcp.run()
