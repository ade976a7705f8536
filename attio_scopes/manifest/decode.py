"""Turns the data of a manifest and of the scope catalogue into values.

Takes plain data, gives `Manifest`, `ScopeWords` and `SourceFacts`, and every problem with its pointer into the data. Never reads a file;
imports no YAML library, so that the shipped rules load fast.
"""

from __future__ import annotations

import re
from typing import Any

from msgspec import Struct, field

from attio_scopes.model.call import Pointer
from attio_scopes.model.endpoint import (
    Alternative,
    Condition,
    Endpoint,
    KnownScope,
    Manifest,
    Parameter,
    Requirement,
    ScopeInfo,
    ScopeWords,
    Source,
    SourceFacts,
)
from attio_scopes.model.scope import Scope

SCHEMA_VERSION = 1
METHODS = frozenset({"GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"})
TOP_KEYS = frozenset(
    {"schema_version", "version", "source", "host", "sources", "unstated", "left_out", "disagreements", "scopes", "endpoints"}
)
ENDPOINT_KEYS = frozenset(
    {"method", "path", "host", "summary", "tag", "docs", "deprecated", "oauth", "parameters", "levels", "requires", "read_from"}
    | {"not_in_newest", "replaced_by", "stage", "on_request", "plans", "refusals"}
)
SOURCE_KEYS = frozenset({"id", "date", "title", "operations", "scopes", "sha256", "derived_from"})
KNOWN_SCOPE_KEYS = frozenset({"resource", "accesses", "absent_since", "read_from"})
UNCONFIRMED = "unconfirmed"
ALTERNATIVE_KEYS = frozenset({"when", "query", "body", "scopes"})
FACTS_KEYS = frozenset({"id", "sha256", "derived_from", "confirmed"})
CATALOGUE_KEYS = frozenset({"schema_version", "scopes", "aliases", "access_words"})
SCOPE_KEYS = frozenset({"resource", "allows", "label", "source", "gone", "instead"})
_PARAMETERS = re.compile(r"\{([^{}/]*)\}")
_PATH = re.compile(r"/[^\s?#]*\Z")


class Decoder(Struct):
    """Reads data piece by piece; notes what is wrong and goes on."""

    problems: list[tuple[Pointer, str]] = field(default_factory=list)
    scopes: dict[str, Scope] = field(default_factory=dict)

    def problem(self, at: Pointer, text: str) -> None:
        """Note a problem."""
        self.problems.append((at, text))

    def mapping(self, value: Any, at: Pointer, keys: frozenset[str], required: tuple[str, ...] = ()) -> dict[str, Any]:
        """A mapping with no other than the given keys."""
        import difflib

        if not isinstance(value, dict):
            self.problem(at, f"expected a table, found {_kind(value)}")
            return {}
        for key in value.keys() - keys:
            near = difflib.get_close_matches(str(key), keys, n=1)
            self.problem((*at, key), f"unknown key {key!r}" + (f"; did you mean {near[0]!r}?" if near else ""))
        for key in required:
            if key not in value:
                self.problem(at, f"the key {key!r} is missing")
        return value

    def items(self, value: Any, at: Pointer) -> list[Any]:
        """A list; nothing for None."""
        if value is None or isinstance(value, list):
            return value or []
        self.problem(at, f"expected a list, found {_kind(value)}")
        return []

    def text(self, value: Any, at: Pointer) -> str:
        """A text; "" for None."""
        if value is None or isinstance(value, str):
            return value or ""
        self.problem(at, f"expected a string, found {_kind(value)}")
        return ""

    def texts(self, value: Any, at: Pointer) -> tuple[str, ...]:
        """A list of strings."""
        return tuple(self.text(item, (*at, index)) for index, item in enumerate(self.items(value, at)))

    def flag(self, value: Any, at: Pointer) -> bool:
        """true or false; false for None."""
        if value is None or isinstance(value, bool):
            return bool(value)
        self.problem(at, f"expected true or false, found {_kind(value)}")
        return False

    def scope(self, value: Any, at: Pointer) -> Scope | None:
        """A scope."""
        text = self.text(value, at)
        if text not in self.scopes:
            try:
                self.scopes[text] = Scope.parse(text)
            except ValueError:
                self.problem(at, f"{text!r} is not a scope; a scope is resource:read or resource:read-write")
                return None
        return self.scopes[text]

    def manifest(self, value: Any) -> Manifest:
        """The whole manifest."""
        data = self.mapping(value, (), TOP_KEYS, ("schema_version", "version", "source", "host", "sources", "endpoints"))
        if data.get("schema_version", SCHEMA_VERSION) != SCHEMA_VERSION or isinstance(data.get("schema_version"), bool):
            self.problem(("schema_version",), f"this version of the tool reads schema_version {SCHEMA_VERSION}")
        host = self.text(data.get("host"), ("host",))
        endpoints = [
            self.endpoint(item, ("endpoints", index), host) for index, item in enumerate(self.items(data.get("endpoints"), ("endpoints",)))
        ]
        return Manifest(
            version=self.text(data.get("version"), ("version",)),
            source=self.text(data.get("source"), ("source",)),
            endpoints=tuple(sorted(endpoints, key=lambda endpoint: (endpoint.path, endpoint.method, endpoint.host))),
            disagreements=self.texts(data.get("disagreements"), ("disagreements",)),
            sources=tuple(
                self.source(item, ("sources", index)) for index, item in enumerate(self.items(data.get("sources"), ("sources",)))
            ),
            unstated=self.texts(data.get("unstated"), ("unstated",)),
            left_out=self.texts(data.get("left_out"), ("left_out",)),
            scopes=self.known_scopes(data.get("scopes"), ("scopes",)),
        )

    def source(self, value: Any, at: Pointer) -> Source:
        """One reference."""
        data = self.mapping(value, at, SOURCE_KEYS, ("id",))
        return Source(*(self.text(data.get(key), (*at, key)) for key in ("id", "date", "title", "derived_from")))

    def source_facts(self, value: Any) -> dict[str, SourceFacts]:
        """What is known of sources, by the digest of their bytes."""
        data = self.mapping(value, (), frozenset({"schema_version", "sources"}), ("schema_version", "sources"))
        found: dict[str, SourceFacts] = {}
        for index, item in enumerate(self.items(data.get("sources"), ("sources",))):
            at: Pointer = ("sources", index)
            row = self.mapping(item, at, FACTS_KEYS, ("id", "sha256", "derived_from"))
            confirmed = frozenset(self.words(row["confirmed"], (*at, "confirmed"))) if "confirmed" in row else None
            found[self.text(row.get("sha256"), (*at, "sha256"))] = SourceFacts(
                self.text(row.get("derived_from"), (*at, "derived_from")), confirmed
            )
        return found

    def known_scopes(self, value: Any, at: Pointer) -> tuple[KnownScope, ...]:
        """The rows of the manifest's own catalogue, sorted by resource."""
        found: dict[str, KnownScope] = {}
        for index, item in enumerate(self.items(value, at)):
            here: Pointer = (*at, index)
            row = self.mapping(item, here, KNOWN_SCOPE_KEYS, ("resource", "accesses"))
            resource = self.text(row.get("resource"), (*here, "resource"))
            accesses = self.texts(row.get("accesses"), (*here, "accesses"))
            for access in accesses:
                self.scope(f"{resource}:{access}", (*here, "accesses"))
            if resource in found:
                self.problem(here, f"the resource {resource!r} is here for the second time")
            found[resource] = KnownScope(resource, accesses, self.text(row.get("absent_since"), (*here, "absent_since")))
        return tuple(found[resource] for resource in sorted(found))

    def endpoint(self, value: Any, at: Pointer, host: str) -> Endpoint:
        """One endpoint."""
        data = self.mapping(value, at, ENDPOINT_KEYS, ("method", "path", "requires"))
        method = self.text(data.get("method"), (*at, "method"))
        if "method" in data and method not in METHODS:
            self.problem((*at, "method"), f"{method!r} is not an HTTP method in upper case")
        path = self.text(data.get("path"), (*at, "path"))
        if "path" in data and not _PATH.match(path):
            self.problem((*at, "path"), f"{path!r} is not a path template; it has to begin with / and to hold no space, ? or #")
        said = data.get("read_from")
        if said is not None and not isinstance(said, dict):
            self.problem((*at, "read_from"), f"expected a table, found {_kind(said)}")
            said = None
        parameters = self.parameters(data.get("parameters"), (*at, "parameters"), path)
        return Endpoint(
            method=method,
            path=path,
            host=self.text(data.get("host"), (*at, "host")) or host,
            parameters=parameters,
            summary=self.text(data.get("summary"), (*at, "summary")),
            tag=self.text(data.get("tag"), (*at, "tag")),
            docs=self.text(data.get("docs"), (*at, "docs")),
            deprecated=self.flag(data.get("deprecated"), (*at, "deprecated")),
            levels=self.texts(data.get("levels"), (*at, "levels")),
            requirement=self.requirement(data.get("requires"), (*at, "requires"), parameters),
            sources=tuple(said or ()),
            oauth=self.flag(data.get("oauth"), (*at, "oauth")),
            read_from=tuple((source, _says(held)) for source, held in (said or {}).items()),
            replaced_by=self.text(data.get("replaced_by"), (*at, "replaced_by")),
            stage=self.text(data.get("stage"), (*at, "stage")),
            on_request=self.flag(data.get("on_request"), (*at, "on_request")),
            plans=self.texts(data.get("plans"), (*at, "plans")),
            refusals=self.texts(data.get("refusals"), (*at, "refusals")),
            in_newest=not self.flag(data.get("not_in_newest"), (*at, "not_in_newest")),
            confirmed=not any(isinstance(held, dict) and held.get("scopes") == UNCONFIRMED for held in (said or {}).values()),
        )

    def parameters(self, value: Any, at: Pointer, path: str) -> tuple[Parameter, ...]:
        """The template's parameters, with the values that the entry lists."""
        listed: dict[str, tuple[str, ...]] = {}
        names = _PARAMETERS.findall(path)
        for index, item in enumerate(self.items(value, at)):
            data = self.mapping(item, (*at, index), frozenset({"name", "values"}), ("name",))
            name = self.text(data.get("name"), (*at, index, "name"))
            if "name" in data and name not in names:
                self.problem((*at, index, "name"), f"the path has no parameter {name!r}")
            listed[name] = self.texts(data.get("values"), (*at, index, "values"))
        return tuple(Parameter(name, listed.get(name, ())) for name in names)

    def requirement(self, value: Any, at: Pointer, parameters: tuple[Parameter, ...]) -> Requirement:
        """The alternatives: one without a condition, or several with the same."""
        items = self.items(value, at)
        if value is not None and not items:
            self.problem(at, "at least one alternative is needed; an endpoint that needs no scope has [{scopes: []}]")
        alternatives = tuple(self.alternative(item, (*at, index), parameters) for index, item in enumerate(items))
        names = {alternative.when.name if alternative.when else None for alternative in alternatives}
        if len(names) > 1 or (None in names and len(alternatives) > 1):
            self.problem(at, "several alternatives need a condition each, all on the same thing")
        values = [alternative.when.value for alternative in alternatives if alternative.when]
        if len(set(values)) < len(values):
            self.problem(at, "two alternatives have the same condition")
        return Requirement(alternatives)

    def alternative(self, value: Any, at: Pointer, parameters: tuple[Parameter, ...]) -> Alternative:
        """One alternative."""
        data = self.mapping(value, at, ALTERNATIVE_KEYS, ("scopes",))
        found = [self.scope(text, (*at, "scopes", index)) for index, text in enumerate(self.items(data.get("scopes"), (*at, "scopes")))]
        scopes = tuple(sorted({scope for scope in found if scope is not None}))
        when = data.get("when")
        if when is None:
            for key in ("query", "body"):
                if key in data:
                    self.problem((*at, key), f"{key!r} needs a condition ('when')")
            return Alternative(None, scopes)
        if not isinstance(when, dict) or len(when) != 1 or not all(isinstance(held, str) for held in when.values()):
            self.problem((*at, "when"), "a condition is one name and its value, such as {target: objects}")
            return Alternative(None, scopes)
        ((name, held),) = when.items()
        owner = next((parameter for parameter in parameters if parameter.name == name), None)
        if owner is None and name != "subject":
            self.problem((*at, "when"), f"a condition is on a parameter of the path or on 'subject', not on {name!r}")
        if owner is not None and owner.values and held not in owner.values:
            self.problem((*at, "when"), f"{name!r} is never {held!r}; it is one of {', '.join(owner.values)}")
        keys = [self.texts(data.get(key), (*at, key)) for key in ("query", "body")]
        return Alternative(Condition(str(name), held, *keys), scopes)

    def scope_words(self, value: Any) -> ScopeWords:
        """Our words on scopes, sorted by resource."""
        data = self.mapping(value, (), CATALOGUE_KEYS, ("schema_version", "scopes"))
        found: dict[str, ScopeInfo] = {}
        for index, item in enumerate(self.items(data.get("scopes"), ("scopes",))):
            at: Pointer = ("scopes", index)
            row = self.mapping(item, at, SCOPE_KEYS, ("resource", "allows", "label", "source"))
            resource, allows, label, gone, instead = (
                self.text(row.get(key), (*at, key)) for key in ("resource", "allows", "label", "gone", "instead")
            )
            if resource in found:
                self.problem(at, f"the resource {resource!r} is here for the second time")
            found[resource] = ScopeInfo(resource, (), allows, label, self.texts(row.get("source"), (*at, "source")), gone, instead)
        tables = [
            tuple((str(word), self.texts(held, (key, word))) for word, held in self.words(data.get(key), (key,)).items())
            for key in ("aliases", "access_words")
        ]
        return ScopeWords(tuple(found[resource] for resource in sorted(found)), *tables)

    def words(self, value: Any, at: Pointer) -> dict[str, Any]:
        """A mapping with any keys."""
        return self.mapping(value, at, frozenset(value)) if isinstance(value, dict) else {}


def _says(held: Any) -> str:
    """`description: same; security: comment:read`, from what a source says."""
    if not isinstance(held, dict):
        return str(held)
    return "; ".join(f"{key}: {'; '.join(map(str, value)) if isinstance(value, list) else value}" for key, value in held.items())


def _kind(value: Any) -> str:
    names = {dict: "a mapping", list: "a list", str: "a text", bool: "true or false", type(None): "nothing"}
    return names.get(type(value), "a number")
