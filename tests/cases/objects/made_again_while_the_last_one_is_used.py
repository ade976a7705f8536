"""What a round makes takes the place of what the last one made there, which another name still has."""

import requests

BASE = "https://api.attio.com/v2"


def flush(rounds: int) -> None:
    pending = ["/objects"]
    for _ in range(rounds):
        batch = pending
        pending = []
        for path in batch:
            requests.get(BASE + path, timeout=5)  # call: GET /v2/objects | GET /v2/notes
            pending.append("/notes")


class Page:
    def __init__(self) -> None:
        self.paths: list[str] = []


def pages(rounds: int) -> None:
    page = Page()
    page.paths.append("/lists")
    for _ in range(rounds):
        last, page = page, Page()
        for path in last.paths:
            requests.get(BASE + path, timeout=5)  # call-or-unresolved: GET /v2/lists | GET /v2/tasks
            page.paths.append("/tasks")


def of_its_own(kinds: tuple[str, ...] = ("people", "companies")) -> None:
    for kind in kinds:
        parts = ["objects"]
        parts.append(kind)
        requests.get(f"{BASE}/{'/'.join(parts)}", timeout=5)  # call: GET /v2/objects/{object}


def buffered(paths: list[str]) -> None:
    seen: list[str] = []
    for path in paths:
        row = {"verb": "GET"}
        seen.append(path)
        requests.request(row["verb"], f"{BASE}/self", timeout=5)  # call: GET /v2/self
