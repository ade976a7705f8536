"""Client models: how a library's calls become requests, as `rules/clients/*.yaml` says.

Takes the raw mappings and answers what a dotted library name is: a function that sends, a class whose objects send, a
request object, an SDK. Knows no library itself.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from attio_scopes.engine.library.program_models import Program

VERBS = ("get", "post", "put", "patch", "delete", "head", "options")
Slot = tuple[int | None, str]


class Shape(Struct, frozen=True):
    """Where a call holds method and URL.

    Attributes:
        library: whose call it is.
        method: fixed upper-case method, or None where `method_slot` holds it.
        method_slot: (position or None, keyword) of the method.
        url_slot: of the URL or path.
        body_slot: of a body; its presence may decide the method.
        query_slot: of a mapping of query parameters.
        method_present, method_absent: the method with and without a body (or where no method is given), or None.
        request_slot: of a request object (or URL) that is sent as it is.
        makes_request: the call makes a request object and sends nothing.
        headers_slot: of the headers.
        maker_slot: of the method among the arguments that the object was made with.
        connection_slot: of the name of a connection that is kept elsewhere, and has the base URL.
        client_slot: of a client by which the call sends what a document says at run time.
    """

    library: str
    method: str | None = None
    method_slot: Slot | None = None
    url_slot: Slot | None = None
    body_slot: Slot | None = None
    query_slot: Slot | None = None
    method_present: str | None = None
    method_absent: str | None = None
    request_slot: Slot | None = None
    makes_request: bool = False
    headers_slot: Slot | None = None
    maker_slot: Slot | None = None
    connection_slot: Slot | None = None
    client_slot: Slot | None = None


class Register(Struct, frozen=True):
    """Methods by which an object makes clients that it has by their names.

    Attributes:
        names: of the methods that make one.
        slot: of the name.
        lookups: methods that give one by its name.
        gives: dotted name of the client's class.
    """

    names: frozenset[str]
    slot: Slot
    lookups: frozenset[str]
    gives: str


class ClientClass(Struct, frozen=True):
    """A class whose objects send requests.

    Attributes:
        library: whose class it is.
        methods: what its methods send.
        base_slot, host_slot, connection_slot: of the base URL, the host, or a connection's name among the constructor's arguments.
        join: how: `append` (path after base path) or `reference` (RFC 3986 reference).
        register: the clients that it makes and keeps, or None.
    """

    library: str
    methods: Mapping[str, Shape]
    base_slot: Slot | None = None
    host_slot: Slot | None = None
    join: str = "append"
    connection_slot: Slot | None = None
    register: Register | None = None


@dataclass(frozen=True, slots=True)
class SdkOperation:
    """A method of an SDK: the endpoint that it calls, its parameters in order, and those whose name in the request is another one."""

    method: str
    path: str
    parameters: tuple[str, ...]
    renamed: Mapping[str, str] = field(default_factory=dict, hash=False)

    def slot_of(self, name: str) -> Slot:
        """Where the argument for a parameter of the request is."""
        argument = next((own for own, there in self.renamed.items() if there == name), name)
        return (self.parameters.index(argument) if argument in self.parameters else None), argument


class Sdk(Struct, frozen=True):
    """A client of an SDK.

    Attributes:
        library: its name.
        base_url: where requests go.
        credential, base_slots: arguments of the constructor that are the token, or replace the base URL.
        operations: by (resource, method name).
        by_method: by method name.
        apart: attributes that are no resources.
        query, body: arguments of the methods that are the request's query, and its body.
    """

    library: str
    base_url: str
    credential: tuple[str, ...]
    base_slots: tuple[str, ...]
    operations: Mapping[tuple[str, str], SdkOperation]
    by_method: Mapping[str, SdkOperation]
    apart: frozenset[str] = frozenset()
    query: str | None = None
    body: str = "data"

    def has(self, resource: str) -> bool:
        """Whether some method of a resource is known."""
        return any(name == resource for name, _ in self.operations)

    def with_all_of(self, other: Sdk | None) -> Sdk:
        """The same client with what another one has beside it."""
        if other is None:
            return self
        operations, by_method = {**other.operations, **self.operations}, {**other.by_method, **self.by_method}
        return replace(self, operations=operations, by_method=by_method, apart=self.apart | other.apart)


class StreamClass(Struct, frozen=True):
    """A base class whose subclasses declare a request: names of the attributes that hold base URL, path and method.

    `method_before` is one that comes before the method's where a class has it.
    """

    library: str
    base: str
    path: str
    method: str
    method_absent: str
    method_before: str | None = None


class InterfaceClass(Struct, frozen=True):
    """A base class whose subclasses' methods declare requests by decorators: dotted name of each and the method that it stands for."""

    library: str
    base_slot: Slot
    decorators: Mapping[str, str]


class ConfigFunction(Struct, frozen=True):
    """A function that sends what a mapping declares: where the mapping stands, and the names of its keys."""

    library: str
    slot: Slot
    client: str
    base: str
    resources: str
    endpoint: str
    path: str
    method: str
    method_absent: str

    @classmethod
    def of(cls, rule: Mapping[str, Any]) -> ConfigFunction:
        """The model of a rule of kind `configs`."""
        keys = ("client", "base", "resources", "endpoint", "path", "method", "method_absent")
        return cls(str(rule["library"]), (rule["argument"][0], str(rule["argument"][1])), *(str(rule[key]) for key in keys))


class Silent(Struct, frozen=True):
    """What sends nothing, whatever it is given.

    Attributes:
        names: last names of functions and methods.
        first_words: of such names.
        keywords: names of arguments that are text for people.
        libraries: top-level modules of which nothing sends without a model.
    """

    names: frozenset[str]
    first_words: frozenset[str]
    keywords: frozenset[str]
    libraries: frozenset[str]

    @classmethod
    def of(cls, shown: Mapping[str, Any]) -> Silent:
        """From the data of `rules/shown.yaml`."""
        return cls(
            frozenset((*shown["calls"], *shown["holds"])),
            frozenset(shown["first_words"]),
            frozenset(shown["keywords"]),
            frozenset((*shown["libraries"], *sys.stdlib_module_names)),
        )


class ClientModels:
    """All client models, by dotted library name, and what sends nothing."""

    def __init__(self, rules: Iterable[Mapping[str, Any]], shown: Mapping[str, Any]) -> None:
        self.silent = Silent.of(shown)
        self.programs: dict[str, Program] = {}
        self.functions: dict[str, Shape] = {}
        self.classes: dict[str, ClientClass] = {}
        self.requests: dict[str, Shape] = {}
        self.flows: dict[str, Shape] = {}
        self.sdks: dict[str, Sdk] = {}
        self.sdk_modules: set[str] = set()
        self.streams: dict[str, StreamClass] = {}
        self.stream_paths: set[str] = set()
        self.interfaces: dict[str, InterfaceClass] = {}
        self.configs: dict[str, ConfigFunction] = {}
        self.roots: set[str] = set()
        for rule in rules:
            self.roots.update(str(module).partition(".")[0] for module in rule.get("modules", ()))
            if rule.get("kind") == "sdk":
                self._add_sdk(rule)
            elif rule.get("kind") == "streams":
                self._add_streams(rule)
            elif rule.get("kind") == "interfaces":
                for module in rule["modules"]:
                    verbs = {f"{module}.{name}": str(method) for name, method in rule["decorators"].items()}
                    interface = InterfaceClass(str(rule["library"]), (rule["base_url"][0], str(rule["base_url"][1])), verbs)
                    self.interfaces.update({f"{module}.{name}": interface for name in rule["classes"]})
            elif rule.get("kind") == "configs":
                for module in rule["modules"]:
                    self.configs.update({f"{module}.{name}": ConfigFunction.of(rule) for name in rule["functions"]})
            elif rule.get("kind") == "command":
                self.programs.update((str(name), Program.of(rule)) for name in rule["programs"])
            else:
                self._add_http(rule)

    def _add_http(self, rule: Mapping[str, Any]) -> None:
        library = str(rule["library"])
        for module in rule["modules"]:
            for name, shape in _shapes(library, rule.get("functions", {})).items():
                self.functions[f"{module}.{name}"] = shape
            for entry in rule.get("classes", ()):
                client = ClientClass(
                    library,
                    _shapes(library, entry),
                    _slot(entry.get("base_url")),
                    _slot(entry.get("host")),
                    str(entry.get("join", "append")),
                    _slot(entry.get("connection")),
                    _register(module, entry["registers"]) if "registers" in entry else None,
                )
                for name in entry["names"]:
                    self.classes[f"{module}.{name}"] = client
            for entry in rule.get("requests", ()):
                for name in entry["names"]:
                    self.requests[f"{module}.{name}"] = _request_shape(library, entry)

            for entry in rule.get("flows", ()):
                named = [f"{module}.{name}.{method}" for name in entry["names"] for method in entry["yields"]]
                self.flows.update((one, Shape(library)) for one in named)

    def _add_streams(self, rule: Mapping[str, Any]) -> None:
        library, base, path, method, absent = (str(rule[key]) for key in ("library", "base", "path", "method", "method_absent"))
        stream = StreamClass(library, base, path, method, absent, rule.get("method_before"))
        self.stream_paths.add(stream.path)
        for module in rule["modules"]:
            for name in rule["classes"]:
                self.streams[f"{module}.{name}"] = stream

    def _add_sdk(self, rule: Mapping[str, Any]) -> None:
        operations: dict[tuple[str, str], SdkOperation] = {}
        by_method: dict[str, SdkOperation] = {}
        suffix = str(rule.get("async_suffix", ""))
        for resource, methods in rule.get("resources", {}).items():
            for name, entry in methods.items():
                operation = SdkOperation(
                    str(entry["method"]), str(entry["path"]), tuple(entry.get("parameters", ())), dict(entry.get("renamed", {}))
                )
                for spelled in {name, name + suffix}:
                    operations[(str(resource), spelled)] = operation
                    by_method[spelled] = operation
        sdk = Sdk(
            str(rule["library"]),
            str(rule["base_url"]),
            tuple(rule.get("credential", ())),
            (str(rule["server"]),) if "server" in rule else (),
            operations,
            by_method,
            frozenset(rule.get("not_resources", ())),
            rule.get("query_argument"),
            str(rule.get("body_argument", "data")),
        )
        for module in rule["modules"]:
            self.sdk_modules.add(str(module))
            whole = sdk.with_all_of(self.sdks.get(f"{module}.{rule['includes']}")) if "includes" in rule else sdk
            for name in rule["classes"]:
                for spelled in (f"{module}.{name}", f"{module}.sdk.{name}"):
                    self.sdks[spelled] = whole.with_all_of(self.sdks.get(spelled))

    def sdk_operation(self, method: str) -> SdkOperation | None:
        """The operation of an SDK method whose name no other thing is likely to have (it spells verb and path)."""
        for sdk in self.sdks.values():
            found = sdk.by_method.get(method)
            if found is not None and "_v2_" in method:
                return found
        return None


def _slot(raw: Any) -> Slot | None:
    return (raw[0], str(raw[1])) if raw is not None else None


def _shapes(library: str, entry: Mapping[str, Any]) -> dict[str, Shape]:
    """The calls of a function or class section by name."""
    shapes: dict[str, Shape] = {}
    if "verbs" in entry:
        raw = entry["verbs"]
        for verb in VERBS:
            body, query = (None, _slot(raw.get("get_query"))) if verb == "get" else (_slot(raw.get("body")), None)
            shapes[verb] = Shape(library, method=verb.upper(), url_slot=_slot(raw["url"]), body_slot=body, query_slot=query)
    if "request" in entry:
        raw = entry["request"]
        shape = Shape(
            library, method_slot=_slot(raw["method"]), url_slot=_slot(raw["url"]), method_absent=raw.get("method_absent"),
            body_slot=_slot(raw.get("body")), headers_slot=_slot(raw.get("headers")),
        )  # fmt: skip
        for name in entry.get("request_names", ("request",)):
            shapes[str(name)] = shape
    if "stream" in entry:
        shapes["stream"] = Shape(library, method_slot=_slot(entry["stream"]["method"]), url_slot=_slot(entry["stream"]["url"]))
    for key in ("send", "urlopen"):
        if key in entry:
            raw = entry[key]
            for name in raw.get("names", (key,)):
                body = _slot(raw.get("body"))
                shapes[str(name)] = Shape(
                    library, request_slot=_slot(raw["request"]), body_slot=body, method_slot=_slot(raw.get("method")),
                    method_present="POST" if body else None, method_absent="GET" if body else raw.get("method_absent"),
                )  # fmt: skip
    for raw in entry.get("calls", ()):
        shapes.update({str(name): _call_shape(library, raw) for name in raw["names"]})
    for name, raw in entry.get("prepare", {}).items():
        shapes[str(name)] = Shape(library, request_slot=_slot(raw), makes_request=True)
    for name, raw in entry.get("build", {}).items():
        shapes[str(name)] = Shape(library, method_slot=_slot(raw["method"]), url_slot=_slot(raw["url"]), makes_request=True)
    return shapes


def _call_shape(library: str, raw: Mapping[str, Any]) -> Shape:
    """A function or method with a name of its own."""
    by_body = raw.get("method_from_body", {})
    return Shape(
        library,
        method=raw.get("verb"),
        method_slot=_slot(raw.get("method")),
        url_slot=_slot(raw.get("url")),
        body_slot=_slot(raw.get("body")),
        query_slot=_slot(raw.get("query")),
        method_present=by_body.get("present"),
        method_absent=by_body.get("absent", raw.get("method_absent")),
        headers_slot=_slot(raw.get("headers")),
        maker_slot=_slot(raw.get("made_with")),
        connection_slot=_slot(raw.get("connection")),
        client_slot=_slot(raw.get("client")),
    )


def _register(module: str, raw: Mapping[str, Any]) -> Register:
    name = raw["name"]
    return Register(frozenset(raw["names"]), (name[0], str(name[1])), frozenset(raw.get("lookups", ())), f"{module}.{raw['gives']}")


def _request_shape(library: str, entry: Mapping[str, Any]) -> Shape:
    by_body = entry.get("method_from_body", {})
    return Shape(
        library,
        method_slot=_slot(entry.get("method")),
        url_slot=_slot(entry["url"]),
        body_slot=_slot(entry.get("body")),
        method_present=by_body.get("present"),
        method_absent=by_body.get("absent", entry.get("method_absent")),
        makes_request=True,
        headers_slot=_slot(entry.get("headers")),
    )
