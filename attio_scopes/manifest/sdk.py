"""Reads a generated SDK: which method of which resource object sends which request.

Takes the folder of an installed package, gives a model of its client. The package is parsed, never imported or run.

What is looked for is what generators write (Speakeasy and its like): a class for each resource, whose methods hand `method="GET"` and
`path="/v2/objects"` as literals to one inner call; and a client class whose attributes are those resources.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from attio_scopes.manifest.sdk_package import Function, Package, PackageClass, bindings, last_name, read_package, text
from attio_scopes.model.errors import UserError

VERBS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"})
# Arguments that steer a request and are no part of it, as Speakeasy names them in every method.
CONTROLS = frozenset({"retries", "server_url", "url_variables", "timeout_ms", "http_headers", "accept_header_override"})
_SERVER = "server_url"
_PLACEHOLDER = re.compile(r"\{([^{}/]+)\}")


class SdkMethod(Struct, frozen=True):
    """What one method of the SDK sends.

    Attributes:
        method: upper case.
        path: the path template.
        parameters: names of the arguments in order, without those that only steer the request.
        renamed: (argument, name in the request) where they differ: `list_id` fills `{list}`.
        query: names in the request of the query parameters.
    """

    method: str
    path: str
    parameters: tuple[str, ...]
    renamed: tuple[tuple[str, str], ...] = ()
    query: tuple[str, ...] = ()


class SdkModel(Struct, frozen=True):
    """A client that an SDK offers.

    Attributes:
        library: name of the package's folder.
        version: its `__version__`, or "".
        modules: where the client classes can be imported from.
        classes: the client classes.
        base_url: the first server, or "" where none is written out.
        credential: arguments of the constructor that hold the token.
        server: the argument that replaces the base URL, or "".
        async_suffix: what the name of a method ends in where its asynchronous form is left out of `resources`, or "".
        resources: (attribute path on the client, ((method's name, what it sends), ...)); the path is "" for the client's own methods.
        skipped: methods that could not be read, a line each.
    """

    library: str
    version: str
    modules: tuple[str, ...]
    classes: tuple[str, ...]
    base_url: str
    credential: tuple[str, ...]
    server: str
    async_suffix: str
    resources: tuple[tuple[str, tuple[tuple[str, SdkMethod], ...]], ...]
    skipped: tuple[str, ...] = ()

    @property
    def operations(self) -> frozenset[str]:
        """Every `METHOD /path` that some method sends."""
        return frozenset(f"{sent.method} {sent.path}" for _, methods in self.resources for _, sent in methods)


def read_sdk(folder: Path) -> SdkModel:
    """The model of an installed SDK.

    Args:
        folder: the package's folder, such as `.venv/lib/python3.12/site-packages/attio`.

    Returns:
        the model.

    Raises:
        UserError: it is no package, cannot be parsed, or is no SDK of the kind that can be read.
    """
    package = read_package(folder)
    skipped: list[str] = []
    sending = {owner: methods for owner in package.classes if (methods := dict(_operations(package, owner, skipped)))}
    if not sending:
        raise UserError(f"{folder}: no method with a literal method= and path= in it; only generated SDKs that write both can be read")
    clients = _clients(package, sending)
    if not clients:
        raise UserError(f"{folder}: no class gives access to {', '.join(sorted(owner.name for owner in sending))}; that is no SDK's client")
    found: dict[str, dict[str, tuple[SdkMethod, bool]]] = {}
    for client in clients:
        for path, owner in sorted(_reachable(package, client, sending).items()):
            _merge(found.setdefault(path, {}), sending[owner], f"{folder}: {path or client.name}")
    suffix = _async_suffix(found.values())
    return SdkModel(
        library=package.name,
        version=package.literal("__version__"),
        modules=tuple(sorted({module for client in clients for module in package.homes(client)})),
        classes=tuple(sorted({client.name for client in clients})),
        base_url=_first_server(package),
        credential=tuple(dict.fromkeys(name for client in clients for name in _credentials(client))),
        server=_SERVER if all(_SERVER in _constructor_parameters(client) for client in clients) else "",
        async_suffix=suffix,
        resources=tuple((path, _without_async(methods, suffix)) for path, methods in sorted(found.items())),
        skipped=tuple(skipped),
    )


def _merge(into: dict[str, tuple[SdkMethod, bool]], methods: Mapping[str, tuple[SdkMethod, bool]], where: str) -> None:
    """Add one client's methods to those of the others; raises UserError where two clients disagree about a name."""
    for name, (sent, is_async) in methods.items():
        known = into.setdefault(name, (sent, is_async))[0]
        if (known.method, known.path) != (sent.method, sent.path):
            raise UserError(f"{where}.{name}: one client sends {known.method} {known.path}, another {sent.method} {sent.path}")


def _operations(package: Package, owner: PackageClass, skipped: list[str]) -> Iterator[tuple[str, tuple[SdkMethod, bool]]]:
    """(name, (what it sends, whether it is asynchronous)) of the methods of a class that send something."""
    for function in owner.methods:
        sent = sorted(set(_literal_requests(function)))
        if len(sent) > 1:
            listed = ", ".join(f"{verb} {path}" for verb, path in sent)
            skipped.append(f"{owner.file}:{function.lineno}: {owner.name}.{function.name} sends {listed}")
        elif sent:
            (verb, path), parameters = sent[0], _parameters(function)
            fields = package.fields(_request_classes(function))
            wire = {name: fields[name].wire for name in parameters if name in fields and fields[name].wire != name}
            query = tuple(fields[name].wire for name in parameters if name in fields and fields[name].place == "query")
            filled = {wire.get(name, name) for name in parameters}
            if fields and (open_ := [name for name in _PLACEHOLDER.findall(path) if name not in filled]):
                skipped.append(
                    f"{owner.file}:{function.lineno}: {owner.name}.{function.name} has no argument for {', '.join(open_)} of {path}"
                )
            method = SdkMethod(verb, path, parameters, tuple(wire.items()), query)
            yield function.name, (method, isinstance(function, ast.AsyncFunctionDef))


def _literal_requests(function: Function) -> Iterator[tuple[str, str]]:
    """(METHOD, path) of every call in the body that has both as literals."""
    for node in ast.walk(function):
        if isinstance(node, ast.Call):
            given = {keyword.arg: text(keyword.value) for keyword in node.keywords if keyword.arg in ("method", "path")}
            verb, path = (given.get("method") or "").upper(), given.get("path") or ""
            if verb in VERBS and path.startswith("/"):
                yield verb, path


def _parameters(function: Function) -> tuple[str, ...]:
    """Names of the arguments in order, without `self` and those that only steer the request."""
    arguments = function.args
    names = [argument.arg for argument in [*arguments.posonlyargs, *arguments.args][1:] + arguments.kwonlyargs]
    return tuple(name for name in names if name not in CONTROLS)


def _request_classes(function: Function) -> Iterator[str]:
    """Names of the classes that the method calls to build its request, `models.ListNotesRequest(...)`."""
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and any(last_name(t) == "request" for t in node.targets):
            yield last_name(node.value.func)


def _clients(package: Package, sending: Mapping[PackageClass, object]) -> list[PackageClass]:
    """The classes that lead to methods which send something, and that no other such class leads to; the shortest module first."""
    leading = {owner: _reachable(package, owner, sending) for owner in package.classes}
    held = {child for owner in package.classes for child in package.attributes(owner).values() if child != owner}
    parents = {parent for owner in package.classes for parent in package.ancestors(owner)}
    clients = [owner for owner, resources in leading.items() if resources and owner not in held and owner not in parents]
    # A resource class that nothing holds is a leftover beside a real client, and a client only where there is no other.
    real = [owner for owner in clients if any(leading[owner])] or clients
    return sorted(real, key=lambda owner: (owner.module.count("."), owner.module, owner.name))


def _reachable(package: Package, client: PackageClass, sending: Mapping[PackageClass, object]) -> dict[str, PackageClass]:
    """The classes with methods that send something, by the path of attributes on which they are reached; "" is the client's own."""
    found: dict[str, PackageClass] = {}
    waiting: list[tuple[str, PackageClass, frozenset[PackageClass]]] = [("", client, frozenset())]
    while waiting:
        path, owner, above = waiting.pop()
        if owner in sending:
            found[path] = owner
        for name, child in package.attributes(owner).items():
            if child not in above and child != owner:
                waiting.append((f"{path}.{name}" if path else name, child, above | {owner}))
    return found


def _first_server(package: Package) -> str:
    """The first address of the list or table of servers, without a trailing slash."""
    for tree in package.trees.values():
        for value in bindings(tree, "SERVERS"):
            held = value.elts if isinstance(value, (ast.List, ast.Tuple)) else value.values if isinstance(value, ast.Dict) else []
            for address in map(text, held):
                if address.startswith(("http://", "https://")):
                    return address.rstrip("/")
    return ""


def _constructor(client: PackageClass) -> Function | None:
    return next((function for function in client.methods if function.name == "__init__"), None)


def _constructor_parameters(client: PackageClass) -> tuple[str, ...]:
    """Names of the constructor's arguments, without `self`."""
    function = _constructor(client)
    if function is None:
        return ()
    return tuple(argument.arg for argument in [*function.args.posonlyargs, *function.args.args][1:] + function.args.kwonlyargs)


def _credentials(client: PackageClass) -> tuple[str, ...]:
    """Arguments of the constructor that end in `Security(...)`; else one that is called `security`."""
    function, parameters = _constructor(client), _constructor_parameters(client)
    if function is None:
        return ()
    used = {
        name.id
        for node in ast.walk(function)
        if isinstance(node, ast.Call) and last_name(node.func) == "Security"
        for argument in [*node.args, *(keyword.value for keyword in node.keywords)]
        for name in ast.walk(argument)
        if isinstance(name, ast.Name)
    }
    return tuple(name for name in parameters if name in used) or tuple(name for name in parameters if name == "security")


def _async_suffix(resources: Iterable[Mapping[str, tuple[SdkMethod, bool]]]) -> str:
    """The one suffix that turns a method's name into that of its asynchronous form, or "" where there is not one for all."""
    found = set()
    for methods in resources:
        for name, (sent, is_async) in methods.items():
            if is_async:
                plain = [other for other in methods if name.startswith(other) and other != name and methods[other] == (sent, False)]
                found.add(name[len(max(plain, key=len)) :] if plain else "")
    return found.pop() if len(found) == 1 else ""


def _without_async(methods: Mapping[str, tuple[SdkMethod, bool]], suffix: str) -> tuple[tuple[str, SdkMethod], ...]:
    """The methods in the order of the source, without the asynchronous forms that the suffix gives."""
    return tuple((name, sent) for name, (sent, is_async) in methods.items() if not (suffix and is_async))
