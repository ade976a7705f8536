"""Callable objects of libraries: what is called when one of them is.

Takes an object that a library's function or class gave and the arguments of its call; gives what that call gives. Known are
`operator.methodcaller`, `attrgetter` and `itemgetter`, and the providers of dependency-injector.
"""

from __future__ import annotations

from attio_scopes.model import facts as f
from attio_scopes.model import values as v
from attio_scopes.resolve.containers import first_item, item
from attio_scopes.resolve.machine import Frame, Machine
from attio_scopes.resolve.text import known

_PROVIDERS = ("dependency_injector.providers.", "dependency_injector.containers.providers.")
_MAKERS = frozenset(
    {"Factory", "Singleton", "ThreadSafeSingleton", "ThreadLocalSingleton", "ContextLocalSingleton", "AbstractFactory", "Callable",
     "Coroutine", "Resource"}
)  # fmt: skip
_INJECTED = frozenset({"dependency_injector.wiring.Provide", "dependency_injector.wiring.Closing"})


def call_made(machine: Machine, callee: v.Made, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value | None:
    """Call an object that a library gave; None where nothing is known of what that does."""
    if callee.name.startswith("operator."):
        return _operator(machine, callee, args, frame, span)
    if is_provider(callee):
        return provide(machine, callee, args, frame, span)
    return None


def _operator(machine: Machine, callee: v.Made, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value | None:
    """`methodcaller(name, …)(x)`, `attrgetter(name)(x)`, `itemgetter(key)(x)`."""
    if len(args.positional) != 1 or not callee.args.positional:
        return None
    subject, first = args.positional[0], callee.args.positional[0]
    name = known(first)
    if callee.name == "operator.methodcaller" and name is not None:
        rest = v.Arguments(callee.args.positional[1:], callee.args.keywords, callee.args.open_)
        return machine.call(machine.attribute(subject, name, frame), rest, frame, span)
    if callee.name == "operator.attrgetter" and name is not None and len(callee.args.positional) == 1:
        for part in name.split("."):
            subject = machine.attribute(subject, part, frame)
        return subject
    if callee.name == "operator.itemgetter":
        found = tuple(item(machine, subject, key, id(callee)) for key in callee.args.positional)
        return found[0] if len(found) == 1 else v.Items("tuple", found)
    return None


def is_provider(value: v.Value) -> bool:
    """Whether something is a provider of a dependency-injection container."""
    return isinstance(value, v.Made) and value.name.startswith(_PROVIDERS)


def provide(machine: Machine, provider: v.Made, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value | None:
    """What a provider gives: a class or function called with the provider's arguments, those of the call after them."""
    kind = provider.name.rpartition(".")[2]
    given = provider.args.positional
    if kind == "Object" and given:
        return given[0]
    if kind not in _MAKERS or not given:
        return None
    positional = tuple(_provided(machine, value, frame) for value in (*given[1:], *args.positional))
    keywords = {name: _provided(machine, value, frame) for name, value in (*provider.args.keywords, *args.keywords)}
    made = machine.call(given[0], v.Arguments(positional, tuple(keywords.items()), provider.args.open_ or args.open_), frame, span)
    return first_item(made) if kind == "Resource" else made


def _provided(machine: Machine, value: v.Value, frame: Frame) -> v.Value:
    """An argument of a provider: what another provider gives, or itself."""
    given = provide(machine, value, v.Arguments(), frame, f.NO_SPAN) if isinstance(value, v.Made) and is_provider(value) else None
    return given if given is not None else value


def declare_provider(machine: Machine, name: str, args: v.Arguments, frame: Frame, span: f.Span) -> v.Made | None:
    """A provider when it is declared: what it will make is made once, so that its class knows its arguments."""
    declared = v.Made(name, args)
    if not is_provider(declared):
        return None
    provide(machine, declared, v.Arguments(), frame, span)
    return declared


def injected(machine: Machine, owner: v.Value, index: v.Value, frame: Frame) -> v.Value | None:
    """`Provide[Container.client]` as a default: what the provider gives; None where it is something else."""
    if not isinstance(owner, v.External) or owner.name not in _INJECTED:
        return None
    return _provided(machine, index, frame)
