# sends: DELETE /v2/comments/{comment_id}, DELETE /v2/lists/{list}/entries/{entry_id}, DELETE /v2/notes/{note_id}, DELETE /v2/tasks/{task_id}, DELETE /v2/webhooks/{webhook_id}, GET /v2/emails, GET /v2/files, GET /v2/lists, GET /v2/lists/{list}, GET /v2/meetings, GET /v2/notes, GET /v2/objects, GET /v2/objects/{object}, GET /v2/tasks, GET /v2/threads, GET /v2/webhooks, GET /v2/workspace_members, GET /v2/workspace_members/{workspace_member_id}, POST /v2/comments, POST /v2/lists/{list}/entries, POST /v2/notes, POST /v2/objects/{object}/records, POST /v2/tasks, POST /v2/webhooks
import urllib.parse

import requests

BASE = "https://api.attio.com/v2/"


def clean(path):
    path = path.strip()
    while "//" in path:
        path = path.replace("//", "/")
    return urllib.parse.urljoin(BASE, path.lstrip("/"))


def ask(path): return requests.get(clean(path)).json()
def tell(path, body): return requests.post(clean(path), json=body).json()
def drop(path): return requests.delete(clean(path))


JOBS = [
    lambda: ask("/objects"), lambda: ask("/objects/people"), lambda: ask("/objects/deals"), lambda: ask("/objects/users"),
    lambda: ask("/lists"), lambda: ask("/lists/a"), lambda: ask("/lists/b"), lambda: ask("/notes"), lambda: ask("/tasks"),
    lambda: ask("/threads"), lambda: ask("/webhooks"), lambda: ask("/meetings"), lambda: ask("/emails"), lambda: ask("/files"),
    lambda: tell("/notes", {}), lambda: tell("/tasks", {}), lambda: tell("/webhooks", {}), lambda: tell("/comments", {}),
    lambda: tell("/lists/a/entries", {}), lambda: tell("/lists/b/entries", {}), lambda: tell("/objects/people/records", {}),
    lambda: drop("/notes/1"), lambda: drop("/tasks/1"), lambda: drop("/webhooks/1"), lambda: drop("/comments/1"),
    lambda: drop("/lists/a/entries/1"), lambda: ask("/workspace_members"),
]  # fmt: skip


def member(key):
    return ask(f"/workspace_members/{key}")


if __name__ == "__main__":
    for job in JOBS:
        job()
    member("9")
