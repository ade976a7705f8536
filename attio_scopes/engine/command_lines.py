"""Command lines: what a program is given as options, as far as the source says it.

Takes a parser's method, or a function with decorators that declare options, and gives the values that an option may have: its choices, its
default beside what a user types. Never knows what a user types.
"""

from __future__ import annotations

from collections.abc import Iterator

from attio_scopes.engine import bounds
from attio_scopes.engine.construct import site_of
from attio_scopes.engine.containers import iterate
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import any_of, choose, either
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.domain.values import known
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.library.products import Parser
from attio_scopes.engine.project.classes import find_method
from attio_scopes.engine.summary import Here
from attio_scopes.model import facts as f
from attio_scopes.model.program import FunctionDef


def parser_method(fr: Frame, owner: v.Made, name: str, args: v.Arguments, here: Here) -> v.Value | None:
    """A method of a parser: what declares an option or a command, and what gives the options' values."""
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
            for way in v.options(value):
                if isinstance(way.value, v.Func):
                    _register(fr, v.Member(owner, name), args, way.value)
        return v.NONE
    if name in parser.parts:
        return owner
    if name in parser.command:
        return _command(fr, owner, args, here)
    if name in parser.parse:
        return _parsed(fr, owner, parser, here)
    if name in parser.parse_known:
        rest = lost("the arguments that the parser leaves are only known at run time")
        return v.Seq("tuple", (_parsed(fr, owner, parser, here), rest))
    return None


_OPTIONS, _COMMANDS = "<options>", "<commands>"


def _declare(fr: Frame, parser: v.Made, option: str, value: v.Value) -> None:
    fr.store((parser, f"<option>{option}"), value)
    _append(fr, parser, _OPTIONS, v.text(option))


def _append(fr: Frame, parser: v.Made, key: str, value: v.Value) -> None:
    held = fr.held((parser, key))
    items = held.items if isinstance(held, v.Seq) else ()
    fr.store((parser, key), v.Seq("tuple", (*items, value)))


def _register(fr: Frame, callee: v.Value, args: v.Arguments, function: v.Func) -> None:
    """Note that a command's function is called from outside, where the program does not do so itself."""
    fr.ask.world.escaped.add(function.target)
    entry = fr.ask.entry_rules.of_call(callee, args, function.target)
    if entry is not None:
        fr.ask.world.registered[function.target] = entry


def _command(fr: Frame, owner: v.Made, args: v.Arguments, here: Here) -> v.Made:
    """The parser of a command.

    Of a module's body not every statement is worked out: its commands are not all there are, and so they are not told apart.
    """
    made = v.Made(owner.name, args, site_of(fr, here))
    if fr.function is not None:
        _append(fr, owner, _COMMANDS, made)
    return made


def _parsed(fr: Frame, owner: v.Made, parser: Parser, here: Here) -> v.Value:
    """What holds the values of the options: one for each command, since each has options of its own."""
    ways = list(_ways(fr, owner, parser, {}))
    if len(ways) > bounds.OPTIONS:
        ways = [_own_options(fr, owner, parser, {})]
    found: list[v.Value] = []
    for number, way in enumerate(ways):
        site = site_of(fr, here)
        made = v.Made(v.OPTIONS, v.Arguments((v.Scalar(number),)) if len(ways) > 1 else v.Arguments(), site)
        for name, value in way.items():
            fr.store((made, name), value)
        found.append(made)
    return either((("options", here[0].path, here[0].span), (), ()), found)


def _ways(
    fr: Frame, parser: v.Made, said: Parser, around: dict[str, v.Value], above: tuple[v.Made, ...] = ()
) -> Iterator[dict[str, v.Value]]:
    """The options of a parser with those around it, for each command that may be chosen and for none.

    Which one is chosen says nothing of the name that a user types: it may have others, and other code may add commands.
    """
    options = _own_options(fr, parser, said, around)
    yield options
    held = fr.held((parser, _COMMANDS))
    for command in held.items if isinstance(held, v.Seq) else ():
        if isinstance(command, v.Made) and command not in above:
            yield from _ways(fr, command, said, options, (*above, parser))


def _own_options(fr: Frame, parser: v.Made, said: Parser, around: dict[str, v.Value]) -> dict[str, v.Value]:
    """The options that a parser declares, after those of its parents and those around it."""
    found = dict(around)
    parents = parser.args.keyword(said.parents)
    inherited = iterate(fr, parents)[0] if parents is not None else ()
    for one in (*inherited, parser):
        names = fr.held((one, _OPTIONS))
        for option in names.items if isinstance(names, v.Seq) else ():
            held = fr.held((one, f"<option>{known(option)}"))
            if held is not None:
                found[known(option) or ""] = held
    return found


def options_given(fr: Frame, function: FunctionDef) -> tuple[tuple[str, v.Value], ...]:
    """The options that a method is run with, which another method of its class declares on a parser that it is given."""
    cls = function.owner
    bases = fr.ask.external_bases(cls) if cls is not None else ()
    fact = next((found for name in bases if (found := fr.ask.products.exactly("parser_given", name)) is not None), None)
    declares = find_method(fr.ask, cls, fact.says["declares"]) if fact is not None and cls is not None else None
    if fact is None or cls is None or declares is None or function.facts.name not in fact.words("runs"):
        return ()
    inner = Frame(fr.ask, cls.module, None, None, cls, closed=True)
    here = (inner.at(f.NO_SPAN),)
    parser = v.Made(fact.says["parser"], v.Arguments(), site_of(inner, here))
    fr.ask.call(inner, v.Func(declares, v.Obj(cls)), v.Arguments((parser,)), here)
    return tuple(_own_options(inner, parser, fr.ask.products.parsers[parser.name], {}).items())


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
