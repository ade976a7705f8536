"""Command-line options: what argparse and click give for an option that nobody types.

Takes the declaration of an option and gives its default beside the unknown that a user may type, its choices, or None where neither
is said. Both are facts of the source: a base URL that is an option's default is where the program goes.
"""

from __future__ import annotations

from attio_scopes.model import facts as f
from attio_scopes.model import values as v
from attio_scopes.model.program import FunctionDef
from attio_scopes.resolve.machine import Frame, Machine
from attio_scopes.resolve.text import known

_OPTIONS = ("click.option", "click.argument", "rich_click.option", "rich_click.argument", "asyncclick.option", "asyncclick.argument")
_PARSED = "argparse.Namespace"


def declared_by_argparse(parser: v.Made, args: v.Arguments) -> tuple[str, v.Value] | None:
    """Name and value of the option that `parser.add_argument(…)` declares; None where its value says nothing.

    Args:
        parser: the parser.
        args: of the call.
    """
    names = [name for name in (known(arg) for arg in args.positional) if name]
    given = args.keyword("dest")
    name = known(given) if given is not None else _destination(names)
    if parser.name != "argparse.ArgumentParser" or not name:
        return None
    value = _value(name, args.keyword("default"), args.keyword("choices"))
    return (name, value) if value is not None else None


def parsed(parser: v.Made) -> v.Made:
    """What `parser.parse_args()` gives: an object with the options that were declared so far."""
    return v.Made(_PARSED, v.Arguments((), (), True), parser.stores)


def declared_by_click(machine: Machine, function: FunctionDef, parameter: str, frame: Frame) -> v.Value | None:
    """What a click decorator says of a function's parameter: its default or its choices; None where none does."""
    for decorator in function.facts.decorators:
        if not isinstance(decorator, f.Invoke) or not any(arg.keyword in ("default", "type") for arg in decorator.args):
            continue
        callee = machine.evaluate(decorator.func, frame)
        if not isinstance(callee, v.External) or callee.name not in _OPTIONS:
            continue
        words = [arg.value for arg in decorator.args if arg.keyword is None]
        names = [word.value for word in words if isinstance(word, f.Const) and isinstance(word.value, str)]
        plain = [name for name in names if name.isidentifier()]
        if parameter != (plain[0].lower() if plain else _destination(names)):
            continue
        given = {arg.keyword: machine.evaluate(arg.value, frame) for arg in decorator.args if arg.keyword in ("default", "type")}
        kind = given.get("type")
        listed = kind.args.get(0, "choices") if isinstance(kind, v.Made) and kind.name.endswith(".Choice") else None
        return _value(parameter, given.get("default"), listed)
    return None


def _destination(names: list[str]) -> str | None:
    """The attribute that an option's value is stored in: its first long name, else its first name."""
    long = [name for name in names if name.startswith("--")]
    first = (long or names or [""])[0].lstrip("-").partition("/")[0]
    return first.replace("-", "_") or None


def _value(name: str, default: v.Value | None, choices: v.Value | None) -> v.Value | None:
    """An option's value: one of its choices, or its default beside what a user types."""
    if isinstance(choices, v.Items) and choices.complete and choices.items and all(known(item) is not None for item in choices.items):
        return v.choose(v.Option(v.NO_GUARDS, item) for item in choices.items)
    if not any(isinstance(option.value, v.Text) and option.value.pieces for option in v.options(default or v.NONE)) or default is None:
        return None
    typed = v.Unknown(f"it is the option `{name}`, which a user may set", name, name)
    return v.choose((*v.options(default), v.Option(v.NO_GUARDS, typed)))
