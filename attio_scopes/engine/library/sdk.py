"""SDK calls: methods of an SDK generated from the API's description.

Takes a method of an SDK's client, or one with an unmistakable name on something unknown, and gives the request that it is.
"""

from __future__ import annotations

import re

from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.domain.text import join
from attio_scopes.engine.frame import Ask, Frame
from attio_scopes.engine.library.clients import Outgoing
from attio_scopes.engine.library.models import Sdk, SdkOperation


def root_of(value: v.Value) -> tuple[v.Value, tuple[str, ...]]:
    """What a chain of attributes starts from, and their names."""
    path: list[str] = []
    while isinstance(value, v.Member):
        path.insert(0, value.name)
        value = value.owner
    return value, tuple(path)


def sdk_of(ask: Ask, value: v.Value) -> Sdk | None:
    """The SDK whose client an object is, or derives from."""
    if isinstance(value, v.Made):
        return ask.models.sdks.get(value.name)
    if isinstance(value, (v.Obj, v.Param)) and value.cls is not None:
        return next((ask.models.sdks[name] for name in ask.external_bases(value.cls) if name in ask.models.sdks), None)
    return None


def operation_of(ask: Ask, callee: v.Member) -> SdkOperation | None:
    """The SDK operation that a method is: on an SDK object by resource and name, elsewhere by an unmistakable name."""
    owner, path = root_of(callee.owner)
    sdk = sdk_of(ask, owner)
    if sdk is not None:
        return sdk.operations.get((".".join(path), callee.name))
    if isinstance(owner, v.Lost) and "_v2_" in callee.name and ask.uses_sdk():
        return ask.models.sdk_operation(callee.name)
    return None


def request_of(fr: Frame, callee: v.Member, operation: SdkOperation, args: v.Arguments) -> Outgoing:
    """An SDK call as a request: its path's parameters are its arguments."""
    owner, _ = root_of(callee.owner)
    sdk = sdk_of(fr.ask, owner)
    made = owner if isinstance(owner, v.Made) else None
    base = next((found for name in sdk.base_slots if (found := made.args.keyword(name)) is not None), None) if sdk and made else None
    pieces: list[v.Value] = [base or v.text(sdk.base_url if sdk is not None else "https://api.attio.com")]
    for part in operation.path.strip("/").split("/"):
        pieces.append(v.text("/"))
        if part.startswith("{"):
            given = args.get(*operation.slot_of(part[1:-1]))
            pieces.append(given if given is not None else lost(f"the call passes no `{part[1:-1]}`", label=part[1:-1], single=True))
        else:
            pieces.append(v.text(part))
    tokens = tuple(x for name in sdk.credential if (x := made.args.keyword(name)) is not None) if sdk and made else ()
    library = sdk.library if sdk is not None else "attio"
    body = args.get(*operation.slot_of(sdk.body)) if sdk is not None else args.keyword("data")
    return Outgoing(library, v.text(operation.method), join(pieces), _query_of(sdk, operation, args), body, args.kwstar, tokens)


def _query_of(sdk: Sdk | None, operation: SdkOperation, args: v.Arguments) -> v.Value | None:
    """What is given for the query: an argument that is all of it, or arguments that are named like its parameters."""
    if sdk is not None and sdk.query is not None:
        return args.get(*operation.slot_of(sdk.query))
    return v.Map(tuple((v.text(name), v.NONE) for name, _ in args.keywords))


_REQUEST = re.compile(r"(get|post|put|patch|delete)_(v2|scim)_")


def is_generated(name: str) -> bool:
    """Whether a method is named as generators name those that send: by verb and path."""
    return _REQUEST.match(name) is not None


def unknown_operation(fr: Frame, callee: v.Member) -> Outgoing | None:
    """A method of an SDK's resource that the model does not have reaches Attio all the same: unresolved."""
    owner, path = root_of(callee.owner)
    sdk = sdk_of(fr.ask, owner)
    resource = ".".join(path)
    if sdk is None or callee.name.startswith("__") or (path and path[0] in sdk.apart):
        return None
    if not sdk.has(resource) and not path and not is_generated(callee.name):
        return None
    if sdk.has(resource) or not path:
        method = lost(f"the SDK has no method `{callee.name}`", label="method")
    else:
        method = lost(f"the SDK has no resource `{resource}`", label="method")
    return Outgoing(sdk.library, method, v.Text((v.Lit(f"{sdk.base_url}/v2/"), v.Gap(callee.name, method.reason))))
