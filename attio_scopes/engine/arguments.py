"""Arguments: spread, merged, and bound to the parameters of a function.

Takes arguments and a function of the project, gives the value of each of its parameters. What is left to a default is the default; what
may come through `*` or `**` is unknown, with what these have of Attio.
"""

from __future__ import annotations

from attio_scopes.engine.containers import content
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import choose
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.domain.values import known
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.inner_evidence import reached_evidence
from attio_scopes.model.program import FunctionDef


def merged(first: v.Arguments, more: v.Arguments) -> v.Arguments:
    """Arguments that were given before (`functools.partial`) and those of the call."""
    return v.Arguments(
        (*first.positional, *more.positional),
        (*(pair for pair in first.keywords if more.keyword(pair[0]) is None), *more.keywords),
        more.star if more.star is not None else first.star,
        more.kwstar if more.kwstar is not None else first.kwstar,
    )


def spread(fr: Frame, args: v.Arguments) -> v.Arguments:
    """The arguments with what `*` and `**` hold put in place, as far as that is known."""
    if args.star is None and args.kwstar is None:
        return args
    more, star = _listed(fr, args.star) if args.star is not None else ([], None)
    words, kwstar = _mapped(fr, args.kwstar) if args.kwstar is not None else ({}, None)
    keywords = {**dict(args.keywords), **words}
    return v.Arguments((*args.positional, *more), tuple(keywords.items()), star, kwstar)


def _listed(fr: Frame, star: v.Value) -> tuple[list[v.Value], v.Value | None]:
    """What `*` puts in place, and what is left of it."""
    held = content(fr, star)
    if isinstance(held, v.Seq):
        return list(held.items), held.rest
    if not isinstance(held, v.Choice) or not all(isinstance(o.value, v.Seq) and o.value.rest is None for o in held.options):
        return [], star
    columns: dict[int, list[v.Option]] = {}
    for option in held.options:
        for number, one in enumerate(option.value.items if isinstance(option.value, v.Seq) else ()):
            columns.setdefault(number, []).append(v.Option(option.guards, one))
    return [choose(column) for column in columns.values()], None


def _mapped(fr: Frame, kwstar: v.Value) -> tuple[dict[str, v.Value], v.Value | None]:
    """What `**` puts in place, by name, and what is left of it."""
    held = content(fr, kwstar)
    if isinstance(held, v.Choice) and all(isinstance(o.value, v.Map) for o in held.options):
        names: dict[str, list[v.Option]] = {}
        for option in held.options:
            for key, one in option.value.entries if isinstance(option.value, v.Map) else ():
                names.setdefault(known(key) or "", []).append(v.Option(option.guards, one))
        rests = [o.value.rest for o in held.options if isinstance(o.value, v.Map) and o.value.rest is not None]
        return {name: choose(found) for name, found in names.items() if name}, rests[0] if rests else None
    if not isinstance(held, v.Map):
        return {}, None if held == v.NONE else kwstar
    words = {}
    for key, one in held.entries:
        name = known(key)
        if name is not None:
            there = [o for o in v.options(one) if o.value != v.ABSENT]
            words[name] = choose(there) if there else v.NONE
    return words, held.rest


def bind(fr: Frame, callee: v.Func, args: v.Arguments, by: int) -> dict[str, v.Value]:
    """The value of each parameter of a function, by name; `by` tells the call from others."""
    function, bound = callee.target, callee.bound
    positional = (bound, *args.positional) if bound is not None else args.positional
    given = v.Arguments(positional, args.keywords, args.star, args.kwstar)
    bindings: dict[str, v.Value] = {}
    position = 0
    taken: set[str] = set()
    for param in function.facts.params:
        if param.kind == "args":
            bindings[param.name] = v.Seq("tuple", given.positional[position:], given.star)
            continue
        if param.kind == "kwargs":
            others = tuple((v.text(name), value) for name, value in given.keywords if name not in taken)
            site = v.Site(function.module.path, (function.facts.line, 0, 0, 0), (by, *fr.chain))
            fr.make(site)
            bindings[param.name] = v.Ref(site, "dict")
            held: v.Value = v.Map(others, _rest(given.kwstar) if given.kwstar is not None and not v.is_open(given.kwstar) else None)
            if given.kwstar is not None and v.is_open(given.kwstar):
                held = v.Apply("binary", (held, given.kwstar), "|") if others else given.kwstar
            fr.store(v.Ref(site, "dict"), held)
            continue
        slot = position if param.kind == "positional" else None
        position += param.kind == "positional"
        taken.add(param.name)
        value = given.get(slot, param.name)
        if value is not None:
            fr.ask.world.note_given(function, param.name)
        bindings[param.name] = value if value is not None else _left_out(fr, callee, param.name, given, slot is not None, by)
    return bindings


def _rest(kwstar: v.Value | None) -> v.Value | None:
    return None if kwstar is None else lost("the argument may be passed through `**`", kwstar) if not v.is_open(kwstar) else kwstar


def _left_out(fr: Frame, callee: v.Func, name: str, args: v.Arguments, positional: bool, by: int) -> v.Value:
    """The value of a parameter that is not spelled out."""
    function = callee.target
    default = default_of(fr, callee, name)
    default = in_the_function(default) if default is not None else None
    if (positional and args.star is not None) or args.kwstar is not None:
        through = [one for one in (args.star if positional else None, args.kwstar) if one is not None]
        has = reached_evidence(fr, through) if not any(map(v.is_open, through)) else ""
        passed: v.Value = lost(f"`{name}` may be passed through `*` or `**`", *through, label=name, has=has)
        if len(through) == 1 and all(isinstance(option.value, v.Obj) for option in v.options(through[0])):
            passed = through[0]  # any of the objects that the mapping may have under this name
        if default is None:
            return passed
        return choose([v.Option(v.NO_GUARDS, passed), v.Option(v.NO_GUARDS, default)])
    if isinstance(default, v.Scalar) and isinstance(default.value, bool) and not fr.ask.world.is_given(function, name):
        return _flag(fr, function, name, default.value, by)
    return default if default is not None else lost(f"the call passes no `{name}`", label=name)


def _flag(fr: Frame, function: FunctionDef, name: str, default: bool, by: int) -> v.Value:
    """A switch that no call sets: the code on both sides of it states its requests, as that of a function that nobody calls does."""
    token = (f"{function.module.path}:{name}", (function.facts.line, 0, 0, 0), (by, *fr.chain))
    return choose(v.Option(frozenset({v.Guard("at", token, one is default)}), v.Scalar(one)) for one in (default, not default))


def in_the_function(value: v.Value) -> v.Value:
    """A default: its text is decided in the function itself, not by its caller."""
    if isinstance(value, v.Text):
        return v.Text(tuple(v.with_piece(piece, hop=-1) for piece in value.pieces))
    if isinstance(value, v.Choice):
        return choose(v.Option(o.guards, in_the_function(o.value)) for o in value.options)
    return value


def missing(function: FunctionDef, bound: v.Value | None, args: v.Arguments) -> bool:
    """Whether some parameter of a function is not spelled out by a call."""
    given = len(args.positional) + (bound is not None)
    for param in function.facts.params:
        if param.kind == "positional":
            if given:
                given -= 1
            elif args.keyword(param.name) is None:
                return True
        elif param.kind == "keyword" and args.keyword(param.name) is None:
            return True
    return False


def default_of(fr: Frame, callee: v.Func, name: str) -> v.Value | None:
    """The default of a parameter, as it was when the function was made; None where it has none."""
    held = dict(callee.defaults).get(name)
    if isinstance(held, v.Made) and any(fr.ask.products.exactly(concept, held.name) is not None for concept in ("injects", "declares")):
        return fr.ask.default(callee.target, name)  # a framework puts something else there
    return held if held is not None else fr.ask.default(callee.target, name)
