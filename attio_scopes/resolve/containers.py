"""Containers: items of lists, tuples and mappings, and the methods that read them.

Takes values and gives values; nothing here knows of requests.
"""

from __future__ import annotations

from attio_scopes.model import values as v
from attio_scopes.resolve.builtin import from_environment
from attio_scopes.resolve.machine import Frame, Machine, map_levels
from attio_scopes.resolve.slices import sliced
from attio_scopes.resolve.text import combine, known, level_of, member_hole, setting_name


def item(machine: Machine, owner: v.Value, index: v.Value, join: int) -> v.Value:
    """`owner[index]`."""
    return combine([owner, index], lambda parts: _item(parts[0], parts[1], join))


def _item(owner: v.Value, index: v.Value, join: int) -> v.Value:
    if isinstance(index, v.Items) and index.kind == "slice":
        return sliced(owner, index.items)
    name = known(index)
    if isinstance(owner, v.Dict):
        return decided_by(index, entry_of(owner, index, join))
    if isinstance(owner, v.Items):
        if (
            isinstance(index, v.Scalar)
            and isinstance(index.value, int)
            and owner.complete
            and -len(owner.items) <= index.value < len(owner.items)
        ):
            return owner.items[index.value]
        return v.either(join, owner.items) if owner.items else v.Unknown("an item of an empty list")
    if isinstance(owner, v.External):
        if owner.name == "os.environ" or owner.name.endswith("secrets") or owner.name.endswith("environ"):
            return from_environment(index, None)
        if owner.name in ("typing.Annotated", "typing_extensions.Annotated"):
            return v.Made("typing.Annotated", v.Arguments(index.items if isinstance(index, v.Items) else (index,)))
        if owner.name.partition(".")[0] in ("typing", "collections", "builtins"):
            return owner
    if isinstance(owner, v.Class):
        return owner
    return opaque_item(owner, name)


def as_one_mapping(value: v.Choice) -> v.Value:
    """A choice of mappings as one mapping of choices."""
    if not all(isinstance(option.value, v.Dict) for option in value.options):
        return v.Unknown("one of several mappings")
    names: dict[v.Value, list[v.Option]] = {}
    complete = True
    for option in value.options:
        if isinstance(option.value, v.Dict):
            complete = complete and option.value.complete
            for key, held in option.value.entries:
                names.setdefault(key, []).append(v.Option(option.guards, held))
    return v.Dict(tuple((key, v.choose(held)) for key, held in names.items()), complete)


OF_A_RESPONSE = "it comes out of a response"


def decided_by(index: v.Value, value: v.Value) -> v.Value:
    """An entry of a table is decided where its key is."""
    named = dict(index.stores).get("name") if isinstance(index, v.Instance) else None  # a member of an enum
    level = level_of(named if named is not None else index)
    return map_levels(value, lambda own: max(own, level)) if level else value


def opaque_item(owner: v.Value, name: str | None) -> v.Value:
    """An item of something unknown: named by its key, still the parameter's that it derives from."""
    if isinstance(owner, v.Made) and owner.name == "response" and name is None:
        return owner
    label = name if name is not None and name.isidentifier() else "item"
    root: v.Value = owner
    while isinstance(root, v.Member):
        root = root.owner
    reason = f"it is the item `{label}` of something unknown" if name else "it is an item of something unknown"
    if isinstance(root, v.Parameter):
        return v.Unknown(reason, label, name or "", root.id, False, v.BEYOND)
    if isinstance(root, v.Unknown) and root.reason != OF_A_RESPONSE:
        environment = setting_name(root.environment, name) if name else root.environment
        return v.Unknown(reason, label, environment, root.parameter, False, root.level if root.parameter else 0)
    if isinstance(root, v.Made) and root.name == "response":
        return v.Unknown(OF_A_RESPONSE, label)
    if isinstance(root, v.Unknown) and root.reason == OF_A_RESPONSE:
        return v.Unknown(OF_A_RESPONSE, label)
    if isinstance(owner, v.Member):
        return v.Unknown(reason, label, name or member_hole(owner).environment)
    return v.Unknown(reason, label, name or "")


def _without_level(level: int) -> int:
    """Keys are compared whoever decided them."""
    return 0


def entry_of(owner: v.Dict, index: v.Value, join: int) -> v.Value:
    """The entry of a mapping: of a known key the one, of an unknown key any of them."""
    name = known(index)
    if name is not None or isinstance(index, v.Scalar):
        for key, value in reversed(owner.entries):
            if key == index or (name is not None and known(key) == name):
                return value
        return v.Unknown(f"the mapping has no known `{name}`", name if name and name.isidentifier() else "item", name or "")
    if not owner.entries:
        return v.Unknown("an item of a mapping that is not known", "item")
    if isinstance(index, (v.Instance, v.Class, v.Function)):
        same = map_levels(index, _without_level)
        exact = [value for key, value in owner.entries if map_levels(key, _without_level) == same]
        if exact:
            return exact[-1]
    values = v.either(join, [value for _, value in owner.entries])
    if owner.complete:
        return values
    return v.choose([v.Option(v.NO_GUARDS, values), v.Option(v.NO_GUARDS, v.Unknown("an item of a mapping that is not known", "item"))])


def container_method(machine: Machine, owner: v.Value, name: str, args: v.Arguments, frame: Frame) -> v.Value | None:
    """A method of a mapping or list; None where it is none."""
    if isinstance(owner, v.Dict):
        return _dict_method(owner, name, args)
    if isinstance(owner, v.Items):
        if owner.kind == "dynamic":
            return None
        if name in ("copy", "__iter__"):
            return owner
        if name in ("append", "extend", "insert", "add", "remove", "clear", "sort", "reverse"):
            return v.NONE
        if name in ("pop", "popleft"):
            return v.choose(v.Option(v.NO_GUARDS, value) for value in owner.items) if owner.items else None
        return None
    if isinstance(owner, v.External) and name == "get" and (owner.name.endswith("secrets") or owner.name.endswith("environ")):
        return from_environment(args.get(0, "key"), args.get(1, "default"))
    if (
        name == "get"
        and args.positional
        and (isinstance(owner, (v.Parameter, v.Unknown, v.Member)) or (isinstance(owner, v.Made) and _may_be_a_mapping(owner, args)))
        and known(args.positional[0]) is not None
    ):
        return _opaque_get(owner, args)
    return None


def _may_be_a_mapping(owner: v.Made, args: v.Arguments) -> bool:
    """Whether what a library made is a mapping, such as a configuration that was read from a file: a response, or asked with a default."""
    return owner.name == "response" or (
        (len(args.positional) == 2 or args.keyword("fallback") is not None) and owner.args.keyword("base_url") is None
    )


def _opaque_get(owner: v.Value, args: v.Arguments) -> v.Value | None:
    """`x.get("key", default)` on something unknown, where the key is no path: an item or the default."""
    key = known(args.positional[0]) or ""
    fallback = args.keyword("fallback")  # configparser: section, option, fallback
    if "/" not in key and isinstance(fallback, v.Text) and fallback.pieces:
        option = known(args.positional[-1]) or key
        return v.choose([v.Option(v.NO_GUARDS, opaque_item(owner, option)), v.Option(v.NO_GUARDS, fallback)])
    if "/" in key or args.keywords:
        return None
    found = opaque_item(owner, key)
    if len(args.positional) > 1 and isinstance(args.positional[1], v.Text) and args.positional[1].pieces:
        return v.choose([v.Option(v.NO_GUARDS, found), v.Option(v.NO_GUARDS, args.positional[1])])
    return found


NOTHING_THERE = v.Dict((), at=("", 0, 0, 0, 0))
"""The empty mapping that a lookup falls back to (`table.get(name, {})`): nobody fills it, so that nothing is ever found in it."""


def _dict_method(owner: v.Dict, name: str, args: v.Arguments) -> v.Value | None:
    if name in ("get", "pop", "setdefault") and args.positional:
        if len(args.positional) > 1 and isinstance(args.positional[1], v.Dict) and not args.positional[1].entries and name == "get":
            args = v.Arguments((args.positional[0], NOTHING_THERE))
        if owner == NOTHING_THERE:
            return args.positional[1] if len(args.positional) > 1 else v.NONE
        found = combine([args.positional[0]], lambda parts: decided_by(parts[0], entry_of(owner, parts[0], id(owner))))
        if isinstance(found, v.Unknown) and owner.complete and known(args.positional[0]) is not None:
            return args.positional[1] if len(args.positional) > 1 else v.NONE
        if len(args.positional) > 1 and known(args.positional[0]) is None:
            return v.choose([v.Option(v.NO_GUARDS, found), v.Option(v.NO_GUARDS, decided_by(args.positional[0], args.positional[1]))])
        return found
    if name == "items":
        return v.Items("list", tuple(v.Items("tuple", (key, value)) for key, value in owner.entries), owner.complete)
    if name == "values":
        return v.Items("list", tuple(value for _, value in owner.entries), owner.complete)
    if name == "keys":
        return v.Items("list", tuple(key for key, _ in owner.entries), owner.complete)
    if name == "copy":
        return owner
    return None


def iterate(value: v.Value) -> tuple[tuple[v.Value, ...], bool]:
    """The items that a loop over a value sees, and whether they are all."""
    if isinstance(value, v.Items) and value.kind == "arguments":
        return (*value.items, v.Unknown("it is one of the arguments", "item", level=v.BEYOND)), False
    if isinstance(value, v.Items) and value.items:
        return value.items, value.complete
    if isinstance(value, v.Dict) and value.entries:
        return tuple(key for key, _ in value.entries), value.complete
    if isinstance(value, (v.Items, v.Dict)):
        # Nobody loops over what is always empty: it was filled out of sight.
        return (v.Unknown("an item of something that is filled elsewhere", "item"),), False
    if isinstance(value, v.Choice):
        items: dict[v.Value, None] = {}
        for option in value.options:
            items.update(dict.fromkeys(iterate(option.value)[0]))
        return tuple(items), False
    return (opaque_item(value, None),), False


def first_item(value: v.Value) -> v.Value:
    """What a generator used as a context or dependency yields; any other value itself."""
    if isinstance(value, v.Items) and value.kind == "generator":
        return (
            v.choose(v.Option(v.NO_GUARDS, item) for item in value.items) if value.items else v.Unknown("a generator that yields nothing")
        )
    return value
