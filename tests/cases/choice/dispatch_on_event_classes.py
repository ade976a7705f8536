"""Event dispatch with a class per event, singledispatch and match on dataclasses."""
from dataclasses import dataclass
from functools import singledispatch

import httpx

http = httpx.Client(base_url="https://api.attio.com/v2", headers={"Authorization": "Bearer x"})


@dataclass
class NoteAdded:
    note_id: str


@dataclass
class TaskDone:
    task_id: str
    done: bool = True


@singledispatch
def handle(event):
    raise TypeError(event)


@handle.register
def _(event: NoteAdded):
    return http.get(f"/notes/{event.note_id}")  # call: GET /v2/notes/{note_id}


@handle.register(TaskDone)
def _task(event):
    return http.patch(f"/tasks/{event.task_id}", json={"data": {"is_completed": event.done}})  # call: PATCH /v2/tasks/{task_id}


def handle_by_match(event):
    match event:
        case NoteAdded(note_id=note_id):
            return http.delete(f"/notes/{note_id}")  # call: DELETE /v2/notes/{note_id}
        case TaskDone(task_id, done=True):
            return http.get(f"/tasks/{task_id}")  # call: GET /v2/tasks/{task_id}
        case {"type": "list", "id": str(list_id)}:
            return http.get(f"/lists/{list_id}")  # call: GET /v2/lists/{list}
        case [*_]:
            return http.get("/lists")  # call: GET /v2/lists
        case _:
            return None
