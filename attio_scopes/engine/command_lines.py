"""Command lines: what a program is given as options, as far as the source says it.

Takes a parser's method, or a function with decorators that declare options, and gives the values that an option may have: its choices, its
default beside what a user types. Never knows what a user types.
"""

from __future__ import annotations

from attio_scopes.engine.construct import site_of
from attio_scopes.engine.containers import iterate
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import any_of, choose
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.domain.values import known
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.summary import Here
from attio_scopes.model import facts as f
from attio_scopes.model.program import FunctionDef


def parser_method(fr: Frame, owner: v.Made, name: str, args: v.Arguments, here: Here) -> v.Value | None:
    """A method of a parser: what declares an option, and what gives the options' values."""
    parser = fr.ask.products.parsers.get(owner.name)
    if parser is None:
        return None
    if name == parser.option:
        words = [word for word in (known(arg) for arg in args.positional) if word]
        dest = args.keyword(parser.name)
        option = known(dest) if dest is not None else _destination(words)
        value = _option(fr, option or "", args.keyword(parser.default), args.keyword(parser.choices))
        if option and value is not None:
            _declare(fr, owner, option, value)
        return v.NONE
    if name == parser.defaults:
        for word, value in args.keywords:
            _declare(fr, owner, word, value)
            entry = fr.ask.entry_rules.of_call(v.Member(owner, name), args, value.target) if isinstance(value, v.Func) else None
            if entry is not None and isinstance(value, v.Func):
                fr.ask.world.registered[value.target] = entry
        return v.NONE
    if name in parser.parse:
        return _parsed(fr, owner, here)
    if name in parser.parse_known:
        rest = lost("the arguments that the parser leaves are only known at run time")
        return v.Seq("tuple", (_parsed(fr, owner, here), rest))
    return None


def _declare(fr: Frame, parser: v.Made, option: str, value: v.Value) -> None:
    fr.store((parser, f"<option>{option}"), value)
    names = fr.held((parser, "<options>")) or v.Seq("tuple", ())
    if isinstance(names, v.Seq):
        fr.store((parser, "<options>"), v.Seq("tuple", (*names.items, v.text(option))))


def _parsed(fr: Frame, owner: v.Made, here: Here) -> v.Value:
    made = v.Made(v.OPTIONS, v.Arguments(), site_of(fr, here))
    options = fr.held((owner, "<options>"))
    for one in options.items if isinstance(options, v.Seq) else ():
        held = fr.held((owner, f"<option>{known(one)}"))
        if held is not None:
            fr.store((made, known(one) or ""), held)
    return made


def declared_option(fr: Frame, function: FunctionDef, parameter: str) -> v.Value | None:
    """What a decorator says of the option that a function's parameter gets: its default or its choices; None where none does."""
    for decorator in function.facts.decorators:
        callee = fr.ask.evaluate(fr, decorator.func) if isinstance(decorator, f.Invoke) else None
        fact = fr.ask.products.exactly("option", callee.name) if isinstance(callee, v.External) else None
        if fact is None or not isinstance(decorator, f.Invoke):
            continue
        words = [arg.value for arg in decorator.args if arg.keyword is None]
        names = [word.value for word in words if isinstance(word, f.Const) and isinstance(word.value, str)]
        plain = [name for name in names if name.isidentifier()]
        if parameter != (plain[0].lower() if plain else _destination(names)):
            continue
        given = {arg.keyword: fr.ask.evaluate(fr, arg.value) for arg in decorator.args if arg.keyword is not None}
        kind = given.get(fact.says["type"])
        listed = kind.args.get(0, "choices") if isinstance(kind, v.Made) and kind.name.rpartition(".")[2] == fact.says["choice"] else None
        return _option(fr, parameter, given.get(fact.says["default"]), listed)
    return None


def _destination(names: list[str]) -> str | None:
    """The attribute that an option's value is stored in: its first long name, else its first name."""
    long = [name for name in names if name.startswith("--")]
    first = (long or names or [""])[0].lstrip("-").partition("/")[0]
    return first.replace("-", "_") or None


def _option(fr: Frame, name: str, default: v.Value | None, choices: v.Value | None) -> v.Value | None:
    """An option's value: one of its choices, or its default beside what a user types."""
    items, rest = iterate(fr, choices) if choices is not None else ((), v.NONE)
    if rest is None and items and all(known(item) is not None for item in items):
        return any_of(items)
    if default is None or not any(isinstance(option.value, v.Text) and option.value.pieces for option in v.options(default)):
        return None
    typed = lost(f"a user sets the option `{name}` at run time", label=name, environment=name)
    return choose((*v.options(default), v.Option(v.NO_GUARDS, typed)))
