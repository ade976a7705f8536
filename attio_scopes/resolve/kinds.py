"""Kinds: what is known of `callable(x)` and `isinstance(x, …)`.

Takes a value and gives True, False or None (not known). Never guesses.
"""

from __future__ import annotations

from attio_scopes.model import facts as f
from attio_scopes.model import values as v
from attio_scopes.resolve.lineage import external_bases, find_method, is_enum, lineage
from attio_scopes.resolve.machine import Frame, Machine

_TESTS = frozenset({"callable", "isinstance"})
_SEQUENCES = frozenset({"list", "tuple", "set", "frozenset"})
_PLAIN = frozenset({"str", "dict", "list", "tuple", "set", "frozenset", "int", "float"})
_MAPPINGS = frozenset({"dict", "Mapping", "MutableMapping"})


def tested(test: f.Expr) -> f.Expr | None:
    """What a test of a value's kind is about (`x` of `callable(x)`); None where the test is another."""
    if isinstance(test, f.Invoke) and isinstance(test.func, f.Name) and test.func.id in _TESTS and test.args:
        return test.args[0].value
    return None


def is_callable(machine: Machine, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value:
    """`callable(x)`."""
    return _told([_callable(machine, option.value) for option in v.options(args.positional[0])] if args.positional else [])


def is_instance(machine: Machine, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value:
    """`isinstance(x, kinds)`."""
    if len(args.positional) < 2:
        return _told([])
    kinds = args.positional[1].items if isinstance(args.positional[1], v.Items) else (args.positional[1],)
    return _told([_of_any(machine, option.value, kinds) for option in v.options(args.positional[0])])


def _told(found: list[bool | None]) -> v.Value:
    """A test whose outcome is the same for every possible value is known."""
    first = found[0] if found and all(holds is found[0] for holds in found) else None
    return v.Unknown("a test that is not known") if first is None else v.Scalar(first)


def _callable(machine: Machine, value: v.Value) -> bool | None:
    if isinstance(value, (v.Function, v.Partial, v.Class)):
        return True
    if isinstance(value, (v.Text, v.Scalar, v.Items, v.Dict, v.ModuleValue)):
        return False
    if isinstance(value, v.Instance) and not external_bases(machine, value.cls):
        return find_method(machine, value.cls, "__call__") is not None
    return None


def _of_any(machine: Machine, value: v.Value, kinds: tuple[v.Value, ...]) -> bool | None:
    if isinstance(value, v.Items) and {_name(kind) for kind in kinds} | {"set", "frozenset"} >= _SEQUENCES:
        return True  # a list and a tuple are not always told apart here
    found = [_of(machine, value, kind) for kind in kinds]
    return True if True in found else False if found and None not in found else None


def _name(kind: v.Value) -> str:
    """The name of a builtin type or of an abstract class of collections, else "" (or a longer name)."""
    if not isinstance(kind, v.External):
        return ""
    return kind.name.rpartition(".")[2] if kind.name.startswith(("builtins.", "collections.abc.", "typing.")) else kind.name


def _of(machine: Machine, value: v.Value, kind: v.Value) -> bool | None:
    if isinstance(kind, v.Class):
        if isinstance(value, v.Instance):
            return kind.target in lineage(machine, value.cls) or (None if external_bases(machine, value.cls) else False)
        if isinstance(value, (v.Dict, v.Items, v.Scalar)):
            return False
        return (
            False if isinstance(value, v.Text) and not is_enum(machine, kind.target) and not external_bases(machine, kind.target) else None
        )
    name = _name(kind)
    if isinstance(value, v.Text):
        return True if name == "str" else False if name in _PLAIN - {"str"} | _MAPPINGS else None
    if isinstance(value, v.Dict):
        return True if name in _MAPPINGS else False if name in _PLAIN - {"dict"} else None
    if isinstance(value, v.Items):
        return False if name in ("str", "int", "float") or name in _MAPPINGS else None
    if isinstance(value, v.Scalar) and name in _PLAIN:
        return type(value.value).__name__ == name or (name == "int" and isinstance(value.value, bool))
    if isinstance(value, (v.Function, v.Partial, v.Class, v.ModuleValue)) and name in _PLAIN:
        return False
    if isinstance(value, v.Instance) and name in _PLAIN and not external_bases(machine, value.cls):
        return False
    return None
