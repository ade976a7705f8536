"""Recordings: what was really sent, out of cassettes, HAR files and logs.

Takes the bytes of a file and gives its requests: method, host, path and status. No header, no body and no query is kept, and no user of an
address, so nothing secret can be shown later. Never follows what a recording names.

    VCR cassettes     YAML or JSON: `interactions`, each with `request` (`method`, `uri`) and `response` (`status`)
    HAR               JSON: `log.entries`, each with `request` (`method`, `url`) and `response` (`status`)
    JSON lines        an object a line: `method`, `url`, `status`
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

from attio_scopes.model.errors import UserError
from attio_scopes.model.evidence import Exchange, Frames
from attio_scopes.model.hosts import plain_host
from attio_scopes.model.visible import visible

LARGEST = 64_000_000
"""Bytes of a recording; one is read whole."""
SUFFIXES = (".yaml", ".yml", ".json", ".har", ".jsonl", ".ndjson", ".log")
_METHOD = re.compile(r"[A-Z]{1,10}")


def read_recording(content: bytes, file: str) -> tuple[Exchange, ...]:
    """The requests of a recording.

    Args:
        content: of the file.
        file: its path, for messages; its ending tells the format.

    Raises:
        UserError: it is no recording of a known kind.
    """
    text = content.decode("utf-8", "replace")
    if file.endswith((".yaml", ".yml")):
        return tuple(_of_document(_yaml(text, file), file))
    try:
        return tuple(_of_document(json.loads(text), file))
    except (ValueError, RecursionError):
        return tuple(_of_lines(text, file))


def _yaml(text: str, file: str) -> Any:
    """A YAML document; a tag that only Python knows is nothing."""
    import yaml

    class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # one of two classes
        """Reads plain data."""

    Loader.add_multi_constructor("", lambda loader, suffix, node: None)
    try:
        return yaml.load(text, Loader)  # noqa: S506 - it is a safe loader
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark is not None else ""
        raise UserError(f"{visible(file)}{line}: is not valid YAML") from None


def _of_document(document: Any, file: str) -> Iterator[Exchange]:
    if isinstance(document, dict):
        entries = document.get("interactions")
        log = document.get("log")
        if not isinstance(entries, list) and isinstance(log, dict):
            entries = log.get("entries")
        if isinstance(entries, list):
            yield from _exchanges(entries)
            return
        if "method" in document:
            yield from _exchanges([document])
            return
    elif isinstance(document, list) and all(isinstance(one, dict) for one in document):
        yield from _exchanges(document)
        return
    raise UserError(f"{visible(file)}: is no recording: neither a VCR cassette nor a HAR file nor JSON lines with method, url and status")


def _of_lines(text: str, file: str) -> Iterator[Exchange]:
    """An object a line; other lines of a log are passed over."""
    found = False
    for line in text.splitlines():
        start = line.find("{")
        try:
            document = json.loads(line[start:]) if start >= 0 else None
        except (ValueError, RecursionError):
            continue
        if isinstance(document, dict) and "method" in document:
            found = True
            yield from _exchanges([document])
    if not found:
        raise UserError(f"{visible(file)}: is no recording: no line has an object with method, url and status")


def _exchanges(entries: Iterable[Any]) -> Iterator[Exchange]:
    for entry in entries:
        if not isinstance(entry, dict):
            continue
        inner = entry.get("request")
        request: dict[str, Any] = inner if isinstance(inner, dict) else entry
        response = entry.get("response")
        status = response.get("status") if isinstance(response, dict) else entry.get("status")
        if isinstance(status, dict):  # VCR has {code, message}
            status = status.get("code")
        address = request.get("uri", request.get("url"))
        method = str(request.get("method", "")).upper()
        if isinstance(address, str) and _METHOD.fullmatch(method):
            yield from exchanges_of(method, address, status)


def exchanges_of(method: str, address: str, status: Any, frames: Frames = ()) -> Iterator[Exchange]:
    """A request as it is kept, without the query and the user of its address; nothing where that is no address.

    Args:
        method: upper case.
        address: of the request.
        status: of the answer, if that is a number.
        frames: lines of the project that led to it, the innermost first.
    """
    try:
        parts = urlsplit(address)
        host = plain_host(parts.hostname or "")
    except ValueError:
        return
    yield Exchange(method, host, parts.path or "/", status if type(status) is int else None, frames)
