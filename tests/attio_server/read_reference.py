"""Reads Attio's published reference into a table of what a server has to enforce: facts only, no sentences.

Takes the reference's files, gives the table that is kept in tests/data/enforced.json. Imports nothing of the tool and shares no
code with it: it goes by the code spans of the descriptions alone, and stops at whatever it does not understand.

    python -m tests.attio_server.read_reference NEWER.json OLDER.json OLDEST.yaml > tests/data/enforced.json
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

# The words before a comma that say whom a sentence with further scopes is about, and how the table calls that.
ABOUT = {
    "on an object": "objects",
    "on a list": "lists",
    "on records": "record",
    "on list entries": "entry",
}
CASES = {"objects", "lists", "record", "entry"}
# The application server's OAuth endpoints are no operations of the reference; they take a client secret, not scopes.
METHODS = ("get", "post", "put", "patch", "delete")


class Unreadable(Exception):
    """A description that is not written in one of the known ways."""


def table(documents: Sequence[dict[str, Any]]) -> dict[str, dict[str, list[str]]]:
    """What each operation needs.

    Args:
        documents: OpenAPI descriptions, the newest first; an operation is read from the first that has it.

    Returns:
        by `METHOD /path`: `needs`, the scopes that are always needed; further scopes by case (`objects`, `lists`, `record`,
        `entry`); `levels`, where not every token may call it.
    """
    found: dict[str, dict[str, list[str]]] = {}
    for document in documents:
        for path, item in document["paths"].items():
            for method in METHODS:
                if method in item:
                    found.setdefault(f"{method.upper()} {path}", facts(item[method].get("description", "")))
    return dict(sorted(found.items(), key=lambda pair: pair[0].split()[::-1]))


def facts(description: str) -> dict[str, list[str]]:
    """The facts of one description; raises Unreadable where a scope stands in a sentence of unknown form."""
    read: dict[str, set[str]] = {"needs": set()}
    levels: list[str] = []
    for sentence in sentences(description):
        prose, spans = sentence[::2], sentence[1::2]
        scopes = [span for span in spans if span.partition(":")[2] in ("read", "read-write")]
        if "oken levels" in prose[0]:
            levels = spans
        elif scopes:
            read.setdefault(case_of(prose, spans), set()).update(scopes)
    if levels and sorted(levels) != ["user", "workspace"]:
        read["levels"] = set(levels)
    return {name: sorted(values) for name, values in read.items()}


def sentences(description: str) -> Iterator[list[str]]:
    """Each sentence as a list in which prose and code spans alternate, prose first."""
    current = [""]
    for number, piece in enumerate(description.split("`")):
        if number % 2:
            current += [piece, ""]
            continue
        *ended, rest = piece.replace(".\n", ". ").replace("\n\n", ". ").split(". ")
        for end in ended:
            current[-1] += end
            yield current
            current = [""]
        current[-1] += rest
    yield current


def case_of(prose: Sequence[str], spans: Sequence[str]) -> str:
    """Which case a sentence with scopes is about; `needs` where it is about all."""
    if prose[0].endswith("equired scopes: "):
        return "needs"
    if prose[0].strip() == "When" and spans[0] == "target" and spans[1] in CASES:
        return spans[1]
    subject = prose[0].partition(",")[0]
    for words, case in ABOUT.items():
        if subject.endswith(words):
            return case
    raise Unreadable("`".join(part for pair in zip(prose, [*spans, ""], strict=True) for part in pair))


def read_file(path: Path) -> dict[str, Any]:
    """An OpenAPI description, JSON or YAML."""
    text = path.read_text(encoding="utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    document = json.loads(text) if path.suffix == ".json" else yaml.load(text, Loader=loader)  # a SafeLoader, whichever it is
    assert isinstance(document, dict)
    return document


def as_text(operations: dict[str, dict[str, list[str]]]) -> str:
    """The table as the file has it: an operation a line."""
    lines = [f" {json.dumps(key)}: {json.dumps(value)}" for key, value in operations.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    sys.stdout.write(as_text(table([read_file(Path(name)) for name in sys.argv[1:]])))
