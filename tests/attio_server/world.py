"""What the stand-in's workspace holds: made-up records, notes, lists …, and how they are told page by page.

Takes a request's endpoint, parameters and body, gives the answer's body, and says which case of a requirement it falls under.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

WORKSPACE, MEMBER, PERSON, COMPANY, ENTRY, OTHER = (f"{n}{n}{n}{n}{n}{n}{n}{n}-aaaa-4bbb-8ccc-ddddeeeeffff" for n in range(1, 7))
# Threads and comments are on a record or on a list entry; which one, only the server knows.
RECORD_THREAD, ENTRY_THREAD = ("70000000-aaaa-4bbb-8ccc-00000000000" + last for last in "12")
RECORD_COMMENT, ENTRY_COMMENT = ("80000000-aaaa-4bbb-8ccc-00000000000" + last for last in "12")
ON = {RECORD_THREAD: "record", ENTRY_THREAD: "entry", RECORD_COMMENT: "record", ENTRY_COMMENT: "entry"}
WHEN = "2026-01-02T03:04:05.000000000Z"
ACTOR = {"type": "workspace-member", "id": MEMBER}
BY_CURSOR = {"meetings", "activities", "emails", "files", "call_recordings", "entries_of_record"}


def case_of(key: str, parameters: Mapping[str, str], query: Mapping[str, str], body: Mapping[str, Any]) -> str | None:
    """Which case of a requirement a request falls under: `objects`, `lists`, `record`, `entry`, or None."""
    if "target" in parameters:
        return parameters["target"]
    if key == "GET /v2/threads":
        return "record" if "record_id" in query else "entry" if "entry_id" in query else None
    if key == "POST /v2/comments":
        data = body.get("data", {})
        return ON.get(data.get("thread_id")) or next((name for name in ("record", "entry") if name in data), None)
    return ON.get(parameters.get("thread_id", "")) or ON.get(parameters.get("comment_id", ""))


def identity(scopes: Iterable[str], level: str) -> dict[str, object]:
    """The answer of `GET /v2/self` for a token that is known."""
    answer = {
        "active": True,
        "scope": " ".join(sorted(scopes)),
        "token_type": "Bearer",
        "token_level": level,
        "client_id": OTHER,
        "aud": OTHER,
        "exp": None,
    }
    answer |= {"iat": 1_767_000_000, "iss": "attio.com", "sub": WORKSPACE if level == "workspace" else MEMBER}
    answer |= {"workspace_id": WORKSPACE, "workspace_name": "Acme", "workspace_slug": "acme", "workspace_logo_url": None}
    return answer | {"authorized_by_workspace_member_id": MEMBER}


def answer(key: str, parameters: Mapping[str, str], query: Mapping[str, str], body: Mapping[str, Any]) -> dict[str, Any]:
    """The body of a successful answer."""
    method, path = key.split(" ")
    names = [part for part in path.split("/")[2:] if not part.startswith("{")]
    if method == "DELETE":
        return {}
    if method == "GET" and path.endswith("}"):
        return {"data": thing(names, parameters, 1)}
    if method == "GET" or names[-1] in ("query", "search"):
        asked = {**body, **query}
        return page([thing(names, parameters, number) for number in (1, 2, 3)], names, asked)
    if names == ["sql"]:
        return {"data": {"columns": [], "rows": []}}
    return {"data": thing(names, parameters, 1)}


def page(things: list[dict[str, Any]], names: list[str], asked: Mapping[str, Any]) -> dict[str, Any]:
    """One page: by offset, or by cursor where the collection is told that way."""
    start = int(asked.get("cursor") or asked.get("offset") or 0)
    limit = int(asked.get("limit") or 50)
    shown = things[start : start + limit]
    if names[-1] not in BY_CURSOR:
        return {"data": shown}
    following = str(start + limit) if start + limit < len(things) else None
    return {"data": shown, "pagination": {"next_cursor": following}}


def thing(names: list[str], parameters: Mapping[str, str], number: int) -> dict[str, Any]:
    """One thing of the workspace, by the literal segments of the path that leads to it."""
    kinds = {
        "records": record, "entries": entry, "lists": a_list, "objects": an_object, "notes": note, "tasks": task,
        "workspace_members": member, "webhooks": webhook, "threads": thread, "comments": comment, "meetings": meeting,
        "attributes": attribute, "options": option, "statuses": status,
    }  # fmt: skip
    for name in reversed(names):
        if name in kinds:
            return kinds[name](parameters, number)
    return {"id": {"workspace_id": WORKSPACE, "id": OTHER}, "created_at": WHEN, "name": f"{names[-1]} {number}"}


def record(parameters: Mapping[str, str], number: int) -> dict[str, Any]:
    record_id = parameters.get("record_id", PERSON if number == 1 else f"{PERSON[:-1]}{number}")
    value = {"active_from": WHEN, "active_until": None, "created_by_actor": ACTOR, "value": f"Name {number}", "attribute_type": "text"}
    identifier = {"workspace_id": WORKSPACE, "object_id": OTHER, "record_id": record_id}
    return {"id": identifier, "created_at": WHEN, "web_url": "https://app.attio.com/acme", "values": {"name": [value]}}


def entry(parameters: Mapping[str, str], number: int) -> dict[str, Any]:
    identifier = {"workspace_id": WORKSPACE, "list_id": OTHER, "entry_id": parameters.get("entry_id", ENTRY)}
    return {"id": identifier, "parent_record_id": PERSON, "parent_object": "people", "created_at": WHEN, "entry_values": {}}


def a_list(parameters: Mapping[str, str], number: int) -> dict[str, Any]:
    return {
        "id": {"workspace_id": WORKSPACE, "list_id": OTHER}, "api_slug": parameters.get("list", f"list_{number}"),
        "name": f"List {number}", "parent_object": ["people"], "workspace_access": "full-access", "workspace_member_access": [],
        "created_by_actor": ACTOR, "created_at": WHEN,
    }  # fmt: skip


def an_object(parameters: Mapping[str, str], number: int) -> dict[str, Any]:
    slug = parameters.get("object", ("people", "companies", "deals")[number - 1])
    identifier = {"workspace_id": WORKSPACE, "object_id": OTHER}
    return {"id": identifier, "api_slug": slug, "singular_noun": slug, "plural_noun": slug, "created_at": WHEN}


def note(parameters: Mapping[str, str], number: int) -> dict[str, Any]:
    return {
        "id": {"workspace_id": WORKSPACE, "note_id": OTHER}, "parent_object": "people", "parent_record_id": PERSON,
        "title": f"Note {number}", "content_plaintext": "Text", "content_markdown": "Text", "meeting_id": None, "tags": [],
        "created_by_actor": ACTOR, "created_at": WHEN,
    }  # fmt: skip


def task(parameters: Mapping[str, str], number: int) -> dict[str, Any]:
    return {
        "id": {"workspace_id": WORKSPACE, "task_id": OTHER}, "content_plaintext": f"Task {number}", "deadline_at": None,
        "is_completed": False, "completed_at": None, "linked_records": [], "assignees": [], "created_by_actor": ACTOR, "created_at": WHEN,
    }  # fmt: skip


def member(parameters: Mapping[str, str], number: int) -> dict[str, Any]:
    return {
        "id": {"workspace_id": WORKSPACE, "workspace_member_id": MEMBER}, "first_name": "Ada", "last_name": f"Number {number}",
        "avatar_url": None, "email_address": "ada@example.com", "created_at": WHEN, "access_level": "admin",
    }  # fmt: skip


def webhook(parameters: Mapping[str, str], number: int) -> dict[str, Any]:
    return {
        "id": {"workspace_id": WORKSPACE, "webhook_id": OTHER}, "target_url": "https://example.com/hook", "status": "active",
        "subscriptions": [{"event_type": "note.created", "filter": None}], "created_at": WHEN, "secret": "made-up",
    }  # fmt: skip


def comment(parameters: Mapping[str, str], number: int) -> dict[str, Any]:
    identifier = {"workspace_id": WORKSPACE, "comment_id": parameters.get("comment_id", RECORD_COMMENT)}
    return {
        "id": identifier, "thread_id": RECORD_THREAD, "content_plaintext": "Hello", "entry": None,
        "record": {"record_id": PERSON, "object_id": OTHER}, "resolved_at": None, "resolved_by": None,
        "created_at": WHEN, "author": ACTOR,
    }  # fmt: skip


def thread(parameters: Mapping[str, str], number: int) -> dict[str, Any]:
    identifier = {"workspace_id": WORKSPACE, "thread_id": parameters.get("thread_id", RECORD_THREAD)}
    return {"id": identifier, "comments": [comment({}, number)], "created_at": WHEN}


def meeting(parameters: Mapping[str, str], number: int) -> dict[str, Any]:
    day = {"datetime": WHEN, "timezone": "UTC"}
    return {
        "id": {"workspace_id": WORKSPACE, "meeting_id": OTHER}, "title": f"Meeting {number}", "description": "", "is_all_day": False,
        "start": day, "end": day, "participants": [], "linked_records": [], "created_at": WHEN, "created_by_actor": ACTOR,
    }  # fmt: skip


def attribute(parameters: Mapping[str, str], number: int) -> dict[str, Any]:
    return {
        "id": {"workspace_id": WORKSPACE, "object_id": OTHER, "attribute_id": OTHER}, "title": f"Attribute {number}",
        "description": None, "api_slug": parameters.get("attribute", f"attribute_{number}"), "type": "text",
        "is_system_attribute": False, "is_writable": True, "is_required": False, "is_unique": False, "is_multiselect": False,
        "is_default_value_enabled": False, "is_archived": False, "default_value": None, "relationship": None, "created_at": WHEN,
        "config": {"currency": {}, "record_reference": {}},
    }  # fmt: skip


def option(parameters: Mapping[str, str], number: int) -> dict[str, Any]:
    identifier = {"workspace_id": WORKSPACE, "object_id": OTHER, "attribute_id": OTHER, "option_id": OTHER}
    return {"id": identifier, "title": f"Option {number}", "is_archived": False}


def status(parameters: Mapping[str, str], number: int) -> dict[str, Any]:
    identifier = {"workspace_id": WORKSPACE, "object_id": OTHER, "attribute_id": OTHER, "status_id": OTHER}
    return {
        "id": identifier,
        "title": f"Status {number}",
        "is_archived": False,
        "celebration_enabled": False,
        "target_time_in_status": None,
    }
