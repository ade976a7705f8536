"""SDK calls: methods of an SDK generated from the API's description.

Takes a method of an SDK's client, or one with an unmistakable name on something unknown, and notes the request that it is.
"""

from __future__ import annotations

from attio_scopes.model import facts as f
from attio_scopes.model import values as v
from attio_scopes.model.path import Hole, Literal
from attio_scopes.resolve.lineage import external_bases
from attio_scopes.resolve.machine import Frame, Machine
from attio_scopes.resolve.models import Sdk, SdkOperation
from attio_scopes.resolve.requests import Outgoing, credential_names, key_names, send


def operation_of(machine: Machine, callee: v.Member) -> SdkOperation | None:
    """The SDK operation that a method is: on an SDK object by resource and name, elsewhere by an unmistakable name."""
    owner: v.Value = callee.owner
    path: list[str] = []
    while isinstance(owner, v.Member):
        path.insert(0, owner.name)
        owner = owner.owner
    sdk = sdk_of(machine, owner)
    if sdk is not None:
        return sdk.operations.get((".".join(path), callee.name))
    if isinstance(owner, (v.Parameter, v.Unknown)) and uses_sdk(machine):
        return machine.models.sdk_operation(callee.name)
    return None


def sdk_of(machine: Machine, value: v.Value) -> Sdk | None:
    """The SDK whose client an object is, or derives from."""
    if isinstance(value, v.Made):
        return machine.models.sdks.get(value.name)
    if isinstance(value, v.Instance):
        return next((machine.models.sdks[name] for name in external_bases(machine, value.cls) if name in machine.models.sdks), None)
    return None


def unknown_operation(machine: Machine, callee: v.Member, args: v.Arguments, frame: Frame, span: f.Span) -> None:
    """A method of an SDK's resource that the model does not have reaches Attio all the same: unresolved."""
    resource = callee.owner
    if not isinstance(resource, v.Member) or not isinstance(resource.owner, v.Made) or resource.owner.name not in machine.models.sdks:
        return
    sdk = machine.models.sdks[resource.owner.name]
    if any(name == resource.name for name, _ in sdk.operations):
        why = f"the model of the SDK has no method `{callee.name}`"
        url = v.Text((Literal(f"{sdk.base_url}/v2/"), Hole(callee.name, why)))
        send(machine, frame, span, Outgoing(sdk.library, v.Unknown(why, "method"), url, None, None, ()))


def uses_sdk(machine: Machine) -> bool:
    """Whether some module of the project imports an SDK (and has no module of that name itself)."""
    if machine.imports_sdk is None:
        machine.imports_sdk = _imports_sdk(machine)
    return machine.imports_sdk


def _imports_sdk(machine: Machine) -> bool:
    for module in machine.program.modules:
        for stmt in module.body:
            if isinstance(stmt, f.ImportFrom) and not stmt.level and stmt.module.partition(".")[0] in machine.models.sdk_modules:
                if machine.program.find(module, stmt.module, 0, tuple(name for name, _ in stmt.names or ())) is None:
                    return True
            if isinstance(stmt, f.Import) and any(name.partition(".")[0] in machine.models.sdk_modules for name, _ in stmt.names):
                if all(machine.program.find(module, name, 0) is None for name, _ in stmt.names):
                    return True
    return False


def send_operation(machine: Machine, callee: v.Member, operation: SdkOperation, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value:
    """An SDK call as a request: its path's parameters are its arguments."""
    owner: v.Value = callee.owner
    while isinstance(owner, v.Member):
        owner = owner.owner
    sdk = sdk_of(machine, owner)
    given_base = (
        next((owner.args.keyword(name) for name in sdk.base_slots), None) if sdk is not None and isinstance(owner, v.Made) else None
    )
    pieces: list[v.Value] = [given_base or v.text(sdk.base_url if sdk is not None else "https://api.attio.com")]
    for part in operation.path.strip("/").split("/"):
        pieces.append(v.text("/"))
        if part.startswith("{"):
            given = args.keyword(part[1:-1])
            pieces.append(given if given is not None else v.Unknown("an argument of the SDK", part[1:-1], single=True))
        else:
            pieces.append(v.text(part))
    from attio_scopes.resolve.text import join

    names = [name for name, _ in args.keywords]
    credentials = (
        credential_names(*(owner.args.keyword(name) for name in sdk.credential)) if sdk is not None and isinstance(owner, v.Made) else ()
    )
    data = args.keyword("data")
    keys = None if args.open_ else frozenset(names)
    body = key_names(data) if data is not None else (frozenset() if not args.open_ else None)
    library = sdk.library if sdk is not None else "attio"
    send(machine, frame, span, Outgoing(library, v.text(operation.method), join(pieces), keys, body, credentials))
    return v.Made("response", v.Arguments())
