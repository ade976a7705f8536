"""Programs of any size that call Attio: a module of many calls, many uses of one helper, stages that each call the next twice.

Takes a size, gives text and where its calls are with their endpoints; the text is known to be right, so a report on it can be judged.
"""

from __future__ import annotations

from dataclasses import dataclass

Right = dict[int, str]
"""Line of each call, with its endpoint."""


@dataclass(frozen=True, slots=True)
class Program:
    """A module; `right` is None where it has calls that no tool can be asked to name."""

    text: str
    right: Right | None


class _Lines:
    """Collects lines; those with an endpoint are calls."""

    def __init__(self, text: str) -> None:
        self.lines = text.splitlines()
        self.right: Right = {}

    def add(self, *given: str | tuple[str, str]) -> None:
        """Lines, or (line, endpoint)."""
        for each in given:
            line, endpoint = each if isinstance(each, tuple) else (each, "")
            self.lines.append(line)
            if endpoint:
                self.right[len(self.lines)] = endpoint

    def program(self) -> Program:
        """What was collected."""
        return Program("\n".join(self.lines) + "\n", self.right)


_CLIENT = '''"""Generated: keeps things in Attio."""
import logging
import os

import requests

API = "https://api.attio.com/v2"
HEADERS = {"Authorization": "Bearer " + os.environ["ATTIO_TOKEN"]}
LOG = logging.getLogger(__name__)


class Client:
    def __init__(self, token):
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"

    def send(self, method, path, **more):
        response = self.session.request(method, API + path, timeout=30, **more)
        response.raise_for_status()
        return response.json()
'''


def of_plain_calls(calls: int) -> Program:
    """A function for each call, and nothing else in it: as little as a call can cost a parser."""
    made = _Lines('import requests\n\nAPI = "https://api.attio.com/v2"')
    for number in range(calls):
        method, path, endpoint = _PLAIN[number % len(_PLAIN)]
        made.add("", f"def call_{number:05}():", (f'    return requests.{method}(API + "{path}")', endpoint))
    return made.program()


_PLAIN = (("get", "/notes", "GET /v2/notes"), ("post", "/tasks", "POST /v2/tasks"), ("get", "/lists/deals", "GET /v2/lists/{list}"))


def of_functions(calls: int) -> Program:
    """Functions of five calls each: through a client, and directly."""
    made = _Lines(_CLIENT)
    for number in range(-(-calls // 5)):
        made.add("", "", f"def job_{number:05}(client: Client, ident, rows):")
        body: list[tuple[str | tuple[str, str], ...]] = [
            (f'    LOG.info("job {number}: %s rows", len(rows))',
             ('    found = client.send("POST", "/objects/people/records/query", json={"limit": 50, "filter": {"name": ident}})',
              "POST /v2/objects/{object}/records/query")),
            ('    for row in found["data"]:',
             ("        client.send(\"PATCH\", f\"/objects/people/records/{row['id']}\", json={\"data\": {\"values\": rows}})",
              "PATCH /v2/objects/{object}/records/{record_id}")),
            (('    requests.post(API + "/notes", json={"data": {"title": "Synced", "content": ident}}, headers=HEADERS, timeout=30)',
              "POST /v2/notes"),),
            (('    entries = requests.get(f"{API}/lists/{ident}/entries/{rows[0]}", headers=HEADERS, timeout=30).json()["data"]',
              "GET /v2/lists/{list}/entries/{entry_id}"),),
            ("    if entries and ident in [entry.strip() for entry in rows]:",
             ('        client.send("DELETE", "/webhooks/" + ident)', "DELETE /v2/webhooks/{webhook_id}")),
        ]  # fmt: skip
        for lines in body[: calls - 5 * number]:
            made.add(*lines)
    return made.program()


def of_methods(calls: int) -> Program:
    """One client class with a method for each call."""
    made = _Lines(_CLIENT)
    for number in range(calls):
        path, endpoint = _PATHS[number % len(_PATHS)]
        made.add("", f"    def act_{number:05}(self, ident, data=None):", f'        """Number {number}."""')
        made.add((f"        return self.send({path}, json=data)", endpoint))
    return made.program()


_PATHS = (
    ('"GET", f"/notes/{ident}"', "GET /v2/notes/{note_id}"),
    ('"POST", "/tasks"', "POST /v2/tasks"),
    ('"PATCH", f"/lists/{ident}"', "PATCH /v2/lists/{list}"),
    ('"PUT", "/objects/companies/records"', "PUT /v2/objects/{object}/records"),
)


def of_statements(calls: int) -> Program:
    """A script: one call after the other at the margin."""
    made = _Lines(_CLIENT)
    made.add("", "", 'client = Client(os.environ["ATTIO_TOKEN"])', 'ident = os.environ["ITEM"]')
    for number in range(calls):
        path, endpoint = _PATHS[number % len(_PATHS)]
        made.add((f'result_{number % 50} = client.send({path}, json={{"number": {number}}})', endpoint))
    return made.program()


LARGE = {"plain": of_plain_calls, "functions": of_functions, "methods": of_methods, "statements": of_statements}


def function_used(uses: int) -> Program:
    """One function that makes URLs."""
    made = _Lines('import requests\n\nBASE = "https://api.attio.com/v2"\n\n\ndef url(path):\n    return BASE + path\n')
    for number in range(uses):
        made.add("", "", f"def get_{number}():")
        made.add((f'    return requests.get(url("/objects/kind{number}"))', "GET /v2/objects/{object}"))
    return made.program()


def client_used(uses: int) -> Program:
    """One client that makes URLs and sends, with a method for each use."""
    made = _Lines(
        "import requests\n\n\nclass Client:\n    def __init__(self, base=\"https://api.attio.com/v2\"):\n        self.base = base\n\n"
        "    def _url(self, path):\n        return f\"{self.base}{path}\"\n\n"
        "    def _request(self, method, path, **more):\n        return requests.request(method, self._url(path), **more).json()\n"
    )  # fmt: skip
    for number in range(uses):
        made.add("", f"    def kind{number}(self, ident):")
        made.add(
            (
                f'        return self._request("GET", f"/objects/kind{number}/records/{{ident}}")',
                "GET /v2/objects/{object}/records/{record_id}",
            )
        )
    return made.program()


def retry_used(uses: int) -> Program:
    """One function that calls what it is given, again if need be."""
    made = _Lines(
        'import requests\n\nBASE = "https://api.attio.com/v2"\n\n\ndef retry(send, *args, **more):\n    for _ in range(3):\n'
        "        response = send(*args, **more)\n        if response.ok:\n            return response.json()\n    raise OSError\n"
    )
    for number in range(uses):
        made.add("", "", f"def save_{number}(data):")
        made.add(
            (f'    return retry(requests.put, f"{{BASE}}/objects/kind{number}/records", json=data)', "PUT /v2/objects/{object}/records")
        )
    return made.program()


USED = {"function": function_used, "client": client_used, "retry": retry_used}


def stages_to_one_send(stages: int) -> Program:
    """The last stage sends to an address of its own."""
    made = _stages(stages, "stage_{next}()", "")
    made.add(("    return requests.get(BASE + '/self')", "GET /v2/self"))
    made.add("", "", "def run():", "    return stage_0()")
    return made.program()


def stages_with_one_path(stages: int) -> Program:
    """A path is handed down, the same to both."""
    made = _stages(stages, "stage_{next}(path)", "path")
    made.add("    return requests.get(BASE + path)")
    made.add("", "", "def run():", ("    return stage_0('/notes')", "GET /v2/notes"))
    return made.program()


def stages_with_many_paths(stages: int) -> Program:
    """Each stage adds something else in each of its two calls: more paths than can be told."""
    made = _stages(stages, 'stage_{next}(path + "/{side}")', "path")
    made.add("    return requests.get(BASE + path)")
    made.add("", "", "def run():", "    return stage_0('/objects')")
    return Program(made.program().text, None)


STAGES = {"one send": stages_to_one_send, "one path": stages_with_one_path, "many paths": stages_with_many_paths}


def _stages(count: int, call: str, parameter: str) -> _Lines:
    made = _Lines('import requests\n\nBASE = "https://api.attio.com/v2"')
    for number in range(count - 1):
        made.add("", "", f"def stage_{number}({parameter}):")
        made.add(*(f"    {call.format(next=number + 1, side=side)}" for side in "ab"))
    made.add("", "", f"def stage_{count - 1}({parameter}):")
    return made
