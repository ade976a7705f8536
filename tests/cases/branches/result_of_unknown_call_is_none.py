import requests

from crm_cache import fetch

BASE = "https://api.attio.com/v2"


def lists():
    hit = fetch("lists")
    if hit is None:
        hit = requests.get(f"{BASE}/lists").json()  # call: GET /v2/lists
    return hit


def notes():
    hit = fetch("notes")
    if not hit:
        return requests.get(f"{BASE}/notes").json()  # call: GET /v2/notes
    return hit


def tasks():
    return fetch("tasks") or requests.get(f"{BASE}/tasks").json()  # call: GET /v2/tasks


async def members(store):
    row = await store.load("members")
    if row is None:
        row = requests.get(f"{BASE}/workspace_members").json()  # call: GET /v2/workspace_members
    return row
