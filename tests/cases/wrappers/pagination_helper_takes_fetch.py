"""Pagination helpers that take a function, a lambda or a request description."""
import itertools

import httpx

client = httpx.Client(base_url="https://api.attio.com/v2/")


def paginate(fetch, limit=50):
    for offset in itertools.count(0, limit):
        rows = fetch(limit=limit, offset=offset)
        yield from rows
        if len(rows) < limit:
            break


def _notes(limit, offset):
    return client.get("notes", params={"limit": limit, "offset": offset}).json()["data"]  # call: GET /v2/notes


def notes():
    return list(paginate(_notes))


def entries(slug):
    return list(
        paginate(
            lambda limit, offset: client.post(f"lists/{slug}/entries/query", json={"limit": limit, "offset": offset}).json()["data"]  # call: POST /v2/lists/{list}/entries/query
        )
    )


def pages(method, url, **kwargs):
    cursor = None
    while True:
        params = {**kwargs.pop("params", {}), **({"cursor": cursor} if cursor else {})}
        body = client.request(method, url, params=params, **kwargs).json()
        yield from body["data"]
        cursor = body.get("pagination", {}).get("next_cursor")
        if not cursor:
            return


def meetings():
    yield from pages("GET", "meetings", params={"limit": 200})  # call: GET /v2/meetings


def recordings(meeting):
    return [r for r in pages("GET", f"meetings/{meeting}/call_recordings")]  # call: GET /v2/meetings/{meeting_id}/call_recordings
