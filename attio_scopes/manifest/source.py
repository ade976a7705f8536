"""Reads the sources of a manifest: OpenAPI documents in JSON or YAML, from files or from standard input.

Takes paths, gives documents with an id, a date and a digest, the newest first. Never follows references out of a document.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from msgspec import Struct

from attio_scopes.disk import read_regular
from attio_scopes.model.errors import UserError

STANDARD_INPUT = "-"
_DATE = re.compile(r"(?<![0-9])(20[0-9]{2}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)(?![0-9])")
_VERSIONS = re.compile(r"3\.[01](\.|\Z)")
_LARGEST = 64_000_000
"""Bytes of a document; Attio's has less than two million."""
_MOST_NODES = 2_000_000
"""Nodes with every alias and merge key written out."""
_LONGEST_NUMBER = 100


class Document(Struct, frozen=True):
    """One OpenAPI document.

    Attributes:
        id: names it in the manifest: the file's stem.
        date: ISO 8601, from the file's name or the document's `info`; "" where neither has one.
        title: the document's own title and version.
        sha256: digest of its bytes.
        derived_from: what its `info` says of where it comes from (`x-derived-from`), or "".
        content: the parsed document.
        name: how the user named it, for messages.
    """

    id: str
    date: str
    title: str
    sha256: str
    derived_from: str
    content: dict[str, Any]
    name: str


def read_documents(names: Iterable[str]) -> tuple[Document, ...]:
    """Read every source.

    Args:
        names: paths; `-` is standard input, which may be named once.

    Returns:
        the documents, the newest first, those without a date last; of one date by their id.

    Raises:
        UserError: all that is wrong with any of them.
    """
    listed = list(names)
    problems: list[str] = []
    documents: list[Document] = []
    if listed.count(STANDARD_INPUT) > 1:
        raise UserError("standard input (-) can be a source only once")
    for name in listed:
        try:
            document = parse_document(_bytes(name), "standard input" if name == STANDARD_INPUT else name)
        except UserError as error:
            problems.extend(error.problems)
            continue
        if any(document.id == other.id for other in documents):
            problems.append(f"{name}: another source has the id {document.id!r} too (the file's stem); rename one of the files")
        documents.append(document)
    if problems:
        raise UserError(*problems)
    documents.sort(key=lambda document: document.id)
    return tuple(sorted(documents, key=lambda document: document.date, reverse=True))


def parse_document(content: bytes, name: str) -> Document:
    """Read one document.

    Args:
        content: its bytes, JSON or YAML.
        name: the path, or `standard input`.

    Returns:
        the document.

    Raises:
        UserError: not JSON or YAML, or not OpenAPI 3.0 or 3.1.
    """
    _refuse_packed(content, name)
    data = _parse(content, name)
    version = data.get("openapi") if isinstance(data, dict) else None
    if not isinstance(data, dict) or not isinstance(version, str) or not _VERSIONS.match(version):
        found = f"`openapi: {version}`" if version is not None else "no `openapi` key"
        raise UserError(f"{name}:1: not an OpenAPI 3.0 or 3.1 document ({found})")
    if not isinstance(data.get("paths", {}), dict):
        raise UserError(f"{name}:1: `paths` has to be a mapping of path templates")
    info = data["info"] if isinstance(data.get("info"), dict) else {}
    stem = "stdin" if name == "standard input" else Path(name).stem
    title = " ".join(str(info[key]) for key in ("title", "version") if info.get(key) and isinstance(info[key], (str, int, float)))
    return Document(
        id=re.sub(r"[^A-Za-z0-9._-]+", "-", stem).strip("-") or "source",
        date=_date(Path(name).name, info),
        title=" ".join(title.split())[:120],
        sha256=hashlib.sha256(content).hexdigest(),
        derived_from=" ".join(str(info.get("x-derived-from", "")).split())[:300],
        content=data,
        name=name,
    )


_PACKED = (
    (b"\x1f\x8b", "is compressed (gzip); unpack it first"),
    (b"PK\x03\x04", "is a zip archive, such as a wheel, and no OpenAPI document; the model of an SDK is made by `manifest sdk`"),
    (b"BZh", "is compressed (bzip2); unpack it first"),
    (b"\xfd7zXZ\0", "is compressed (xz); unpack it first"),
    (b"\x28\xb5\x2f\xfd", "is compressed (zstd); unpack it first"),
)
"""The first bytes of what people name by mistake, and what to say of it."""


def _refuse_packed(content: bytes, name: str) -> None:
    for beginning, says in _PACKED:
        if content.startswith(beginning):
            raise UserError(f"{name}: {says}")


def _date(file_name: str, info: dict[str, Any]) -> str:
    """The date in the file's name, or else the first one in a text of `info` (`x-derived-from` and the like)."""
    for text in (file_name, *(value for value in info.values() if isinstance(value, str))):
        found = _DATE.search(text)
        if found:
            return found.group(1)
    return ""


def _bytes(name: str) -> bytes:
    if name == STANDARD_INPUT:
        content = sys.stdin.buffer.read(_LARGEST + 1)
        if len(content) > _LARGEST:
            raise UserError(f"standard input: is longer than {_LARGEST // 1_000_000} MB")
        return content
    try:
        return read_regular(name, _LARGEST)
    except FileNotFoundError:
        raise UserError(f"{name}: no such file") from None
    except IsADirectoryError:
        raise UserError(f"{name}: is a directory, not an OpenAPI document") from None
    except OSError as error:
        raise UserError(f"{name}: cannot be read: {error.strerror or error}") from None


def _parse(content: bytes, name: str) -> Any:
    from attio_scopes.strict_yaml import decoded

    text = decoded(content, name)
    try:
        if text.lstrip().startswith("{"):
            try:
                return json.loads(text)
            except ValueError as error:  # a number of 10,000 digits is one too
                if name.endswith(".json"):
                    line, said = (error.lineno, error.msg) if isinstance(error, json.JSONDecodeError) else (1, str(error))
                    raise UserError(f"{name}:{line}: not JSON: {said}") from None
        return _parse_yaml(text, name)
    except RecursionError:
        raise UserError(f"{name}:1: nested too deeply to be an OpenAPI document") from None


def _parse_yaml(text: str, name: str) -> Any:
    """A document may use anchors, to a size that no real document has."""
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    try:
        node = loader.get_single_node()
        if node is None:
            return None
        _check_size(node, name)
        return loader.construct_document(node)
    except (yaml.YAMLError, ValueError, TypeError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark is not None else 1
        raise UserError(f"{name}:{line}: not YAML: {getattr(error, 'problem', None) or str(error).splitlines()[0]}") from None
    finally:
        loader.dispose()


def _check_size(root: Any, name: str) -> None:
    """A few bytes of aliases or merge keys can stand for gigabytes, and a number of many digits takes long to read."""
    import yaml

    sizes: dict[int, int] = {}  # nodes, with what they stand for written out; 0 while a node is being counted
    pending = [root]
    while pending:
        node = pending[-1]
        if sizes.get(id(node)):
            pending.pop()
            continue
        parts = [] if isinstance(node, yaml.ScalarNode) else node.value
        parts = [part for pair in parts for part in pair] if isinstance(node, yaml.MappingNode) else parts
        line = node.start_mark.line + 1
        if id(node) not in sizes:
            sizes[id(node)] = 0
            if isinstance(node, yaml.ScalarNode) and not node.tag.endswith(":str") and len(node.value) > _LONGEST_NUMBER:
                raise UserError(f"{name}:{line}: a number or date of more than {_LONGEST_NUMBER} characters")
            pending.extend(part for part in parts if id(part) not in sizes)
            if any(sizes.get(id(part)) == 0 for part in parts):
                raise UserError(f"{name}:{line}: an alias stands for something that it is in itself")
            continue
        sizes[id(node)] = 1 + sum(sizes[id(part)] for part in parts)
        if sizes[id(node)] > _MOST_NODES:
            raise UserError(f"{name}:{line}: aliases and merge keys stand for more than {_MOST_NODES} nodes")
        pending.pop()
