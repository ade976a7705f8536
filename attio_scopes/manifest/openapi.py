"""Reads the operations of one OpenAPI document: what each is, and what its `security` and its description say of scopes.

Takes a `Document`, gives `Operation`s as the document states them. Never weighs one statement against another (`combine` does), and
never follows a reference out of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from msgspec import Struct

from attio_scopes.manifest.prose import Statement, read_prose
from attio_scopes.manifest.source import Document
from attio_scopes.model.errors import UserError
from attio_scopes.model.scope import Scope
from attio_scopes.model.visible import visible

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
SCOPELESS_SCHEMES = frozenset({"http", "apiKey", "mutualTLS"})
TEMPLATE_PARAMETER = re.compile(r"\{([^{}]*)\}")
_LONGEST_ADDRESS = 2_000
_REFERENCES = 20
_SCOPE_FORM = "a scope is resource:read or resource:read-write"


class Field(Struct, frozen=True):
    """A query parameter: its name and description."""

    name: str
    description: str


class Security(Struct, frozen=True):
    """What `security` states: None for nothing; `choices` counts the entries of which any one would do."""

    scopes: frozenset[Scope] | None
    choices: int = 1


class Operation(Struct, frozen=True):
    """An operation as one document has it.

    Attributes:
        method: upper case.
        host: the server's host, or "" where the document names none.
        path: the template with the server's prefix.
        summary, tag: as they stand, or "".
        docs: address of its documentation, where the document gives one.
        hidden: the document keeps it out of its published pages.
        deprecated: marked so.
        values: (path parameter, its closed list of values), in the order of the template.
        query: query parameters.
        body: keys of the request body, below `data` where that is all that the body holds.
        security: what its `security` states.
        refusals: codes of the errors that its answers 403 list.
        prose: what its description states.
        document, date: of the document.
    """

    method: str
    host: str
    path: str
    summary: str
    tag: str
    docs: str
    hidden: bool
    deprecated: bool
    values: tuple[tuple[str, tuple[str, ...]], ...]
    query: tuple[Field, ...]
    body: tuple[str, ...]
    security: Security
    refusals: tuple[str, ...]
    prose: Statement
    document: str
    date: str

    @property
    def shape(self) -> tuple[str, str, str]:
        """Method, host and template without its parameters' names: the same operation in another document."""
        return self.method, self.host, TEMPLATE_PARAMETER.sub("{}", self.path)


def read_operations(document: Document) -> tuple[Operation, ...]:
    """Every operation of a document, in its order.

    Args:
        document: the document.

    Returns:
        its operations.

    Raises:
        UserError: what the document says cannot be expressed (a scope of another form, say); all problems at once.
    """
    reader = _Reader(document)
    operations = tuple(reader.operations())
    seen: set[tuple[str, str, str]] = set()
    for operation in operations:
        if operation.shape in seen:
            reader.problem(operation.method, operation.path, "is in the document twice, with other parameter names")
        seen.add(operation.shape)
    if reader.problems:
        raise UserError(*reader.problems)
    return operations


def texts(value: Any) -> list[str]:
    """The texts of a list; booleans and numbers as JSON writes them; nothing for what is no list."""
    if not isinstance(value, list):
        return []
    return [str(item).lower() if isinstance(item, bool) else str(item) for item in value if isinstance(item, (str, int, float))]


def _filled_in(template: str, values: dict[str, Any]) -> Iterator[str]:
    """The pieces of a template, with a value in the place of each name that has one."""
    for number, piece in enumerate(TEMPLATE_PARAMETER.split(template)):
        yield piece if number % 2 == 0 else str(values.get(piece, "{" + piece + "}"))


def mapping(value: Any) -> dict[str, Any]:
    """`value` where it is a mapping, or else an empty one."""
    return value if isinstance(value, dict) else {}


class _Reader:
    """Walks one document; collects the problems that it meets."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.root = document.content
        self.problems: list[str] = []
        schemes = mapping(mapping(self.root.get("components")).get("securitySchemes"))
        self.schemes = {name: mapping(self.resolve(scheme)).get("type") for name, scheme in schemes.items()}

    def problem(self, method: str, path: str, text: str) -> None:
        """Note what is wrong with an operation."""
        self.problems.append(f"{self.document.name}: {method} {path}: {text}")

    def resolve(self, node: Any) -> Any:
        """What a local `$ref` points at; an empty mapping for one that points nowhere, outside, or at itself."""
        for _ in range(_REFERENCES):
            if not isinstance(node, dict) or not isinstance(node.get("$ref"), str):
                return node
            reference: str = node["$ref"]
            if not reference.startswith("#/"):
                return {}
            node = self.root
            for part in reference[2:].split("/"):
                node = mapping(node).get(part.replace("~1", "/").replace("~0", "~"))
        return {}

    def operations(self) -> Iterator[Operation]:
        """Each operation; path items and methods in the document's order."""
        for path, item in mapping(self.root.get("paths")).items():
            item = mapping(self.resolve(item))
            for method, operation in item.items():
                if str(method).lower() in METHODS and isinstance(operation, dict) and str(path).startswith("/"):
                    yield self.operation(str(method).upper(), str(path), item, operation)

    def operation(self, method: str, path: str, item: dict[str, Any], raw: dict[str, Any]) -> Operation:
        """One operation."""
        host, prefix = self.server(raw, item)
        parameters = self.parameters(raw, item)
        description = raw.get("description") if isinstance(raw.get("description"), str) else ""
        prose = read_prose(description or "")
        for word in prose.strange:
            self.problem(method, path, f"the description requires {word!r}; {_SCOPE_FORM}")
        names = TEMPLATE_PARAMETER.findall(prefix + path)
        values = {str(p.get("name")): self.values(p) for p in parameters if p.get("in") == "path"}
        query = [Field(str(p.get("name")), self.described(p)) for p in parameters if p.get("in") == "query"]
        return Operation(
            method=method,
            host=host,
            path=prefix + path,
            summary=_line(raw.get("summary") or raw.get("operationId")),
            tag=_line(next(iter(texts(raw.get("tags"))), "")),
            docs=_line(mapping(raw.get("externalDocs")).get("url")),
            hidden=raw.get("x-hidden") is True,
            deprecated=raw.get("deprecated") is True or prose.deprecated,
            values=tuple((name, values.get(name, ())) for name in names),
            query=tuple(query),
            body=self.body(raw),
            security=self.security(method, path, raw),
            refusals=self.refusals(raw),
            prose=prose,
            document=self.document.id,
            date=self.document.date,
        )

    def server(self, raw: dict[str, Any], item: dict[str, Any]) -> tuple[str, str]:
        """Host and path prefix of the nearest `servers`; its variables take their defaults."""
        for owner in (raw, item, self.root):
            servers = owner.get("servers")
            if isinstance(servers, list) and servers:
                server = mapping(servers[0])
                url = server.get("url", "")
                defaults = {name: mapping(variable).get("default", "") for name, variable in mapping(server.get("variables")).items()}
                if not isinstance(url, str) or not all(isinstance(text, (str, int, float)) for pair in defaults.items() for text in pair):
                    raise UserError(f"{self.document.name}: `servers`: an address, a variable or its default is no text")
                # At once: a default that names further variables would double with each of them.
                url = "".join(_filled_in(url, defaults))
                if len(url) > _LONGEST_ADDRESS:
                    raise UserError(f"{self.document.name}: `servers`: the address has more than {_LONGEST_ADDRESS} characters")
                try:
                    parts = urlsplit(url)
                except ValueError:
                    raise UserError(f"{self.document.name}: `servers`: {visible(url)} is no address") from None
                return parts.netloc.lower(), parts.path.rstrip("/")
        return "", ""

    def parameters(self, raw: dict[str, Any], item: dict[str, Any]) -> list[dict[str, Any]]:
        """The operation's parameters and those of its path item that it does not replace."""
        found: dict[tuple[Any, Any], dict[str, Any]] = {}
        for owner in (item, raw):
            listed = owner.get("parameters")
            for parameter in listed if isinstance(listed, list) else []:
                resolved = mapping(self.resolve(parameter))
                if isinstance(resolved.get("name"), str):
                    found[(resolved.get("in"), resolved["name"])] = resolved
        return list(found.values())

    def values(self, parameter: dict[str, Any]) -> tuple[str, ...]:
        """The closed list of a parameter's values (`enum`, or `const` in 3.1), in the document's order."""
        schema = mapping(self.resolve(parameter.get("schema")))
        return tuple(dict.fromkeys(texts(schema.get("enum")) or texts([schema["const"]] if "const" in schema else [])))

    def described(self, parameter: dict[str, Any]) -> str:
        """A parameter's description, its own or its schema's."""
        own = parameter.get("description") or mapping(self.resolve(parameter.get("schema"))).get("description")
        return own if isinstance(own, str) else ""

    def body(self, raw: dict[str, Any]) -> tuple[str, ...]:
        """Keys of the JSON request body."""
        content = mapping(mapping(self.resolve(raw.get("requestBody"))).get("content"))
        media = next((value for name, value in content.items() if "json" in str(name)), None)
        keys, schemas = self.properties([mapping(media).get("schema")])
        if keys == ["data"]:
            keys, _ = self.properties(schemas)
        return tuple(keys)

    def refusals(self, raw: dict[str, Any]) -> tuple[str, ...]:
        """The values of `code` in the JSON answers 403."""
        content = mapping(mapping(self.resolve(mapping(raw.get("responses")).get("403"))).get("content"))
        found: list[str] = []
        for media in content.values():
            code = mapping(self.resolve(mapping(mapping(self.resolve(mapping(media).get("schema"))).get("properties")).get("code")))
            for schema in (code, *(code.get("anyOf") or code.get("oneOf") or ())):
                found += self.values({"schema": schema})
        return tuple(dict.fromkeys(found))

    def properties(self, schemas: list[Any]) -> tuple[list[str], list[Any]]:
        """The property names of schemas, in every variant (`allOf`, `anyOf`, `oneOf`), and the properties' schemas."""
        keys: dict[str, None] = {}
        inner: list[Any] = []
        waiting, seen = list(schemas), set[int]()
        while waiting:
            schema = mapping(self.resolve(waiting.pop(0)))
            if id(schema) in seen:
                continue
            seen.add(id(schema))
            for name, property_schema in mapping(schema.get("properties")).items():
                keys[str(name)] = None
                inner.append(property_schema)
            for variants in (schema.get("allOf"), schema.get("anyOf"), schema.get("oneOf")):
                waiting.extend(variants if isinstance(variants, list) else [])
        return list(keys), inner

    def security(self, method: str, path: str, raw: dict[str, Any]) -> Security:
        """What `security` states.

        An operation's own entry without scopes says that none is needed, except under a scheme that cannot carry scopes. The
        document's entry, which stands for operations that have none, says something only where it has scopes.
        """
        own = "security" in raw
        stated = raw.get("security") if own else self.root.get("security")
        if not isinstance(stated, list):
            return Security(None)
        scopes: set[Scope] = set()
        silent = not own
        for entry in stated:
            for scheme, listed in mapping(entry).items():
                for text in texts(listed):
                    try:
                        scopes.add(Scope.parse(text))
                    except ValueError:
                        self.problem(method, path, f"`security` names {text!r}; {_SCOPE_FORM}")
                silent = silent or self.schemes.get(scheme) in SCOPELESS_SCHEMES
        return Security(None if silent and not scopes else frozenset(scopes), len(stated))


def _line(value: Any) -> str:
    """A short text on one line."""
    return " ".join(str(value).split())[:200] if isinstance(value, str) else ""
