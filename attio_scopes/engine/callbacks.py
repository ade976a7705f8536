"""Callbacks: functions that are handed to something unknown, which calls them with the arguments after them.

Takes a call of a value that the project does not define and calls the functions among its arguments as that value would: executors,
retries, timers, maps. What it gives is what the function gave, or something unknown with the evidence of all that went in.
"""

from __future__ import annotations

import re

from attio_scopes.engine.arguments import missing
from attio_scopes.engine.containers import content, iterate
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import any_of, either
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.domain.pieces import is_absolute
from attio_scopes.engine.domain.reasons import EMPTY, FILLED, why_called
from attio_scopes.engine.domain.values import known
from attio_scopes.engine.frame import Ask, Frame
from attio_scopes.engine.inner_evidence import inner_evidence
from attio_scopes.engine.library.sdk import operation_of
from attio_scopes.engine.summary import Here
from attio_scopes.model import fate
from attio_scopes.model.program import FunctionDef

_TRYING = re.compile(r"^(call|execute|invoke|partial|run)$|retr|backoff|limit|throttl|attempt|safe|guard|circuit|resilien", re.IGNORECASE)
"""Names that say that a function is called with the arguments after it."""

# Of Python's own libraries: what looks at a function or wraps it, and calls it nowhere.
_LOOKING = frozenset({"builtins", "functools", "inspect", "typing", "logging", "warnings", "atexit"})


def is_bystander(ask: Ask, name: str) -> bool:
    """Whether something of a library only looks at what it is given, by its dotted name: it neither calls nor keeps it."""
    library = name.partition(".")[0]
    return library in _LOOKING or library in ask.products.bystanders


def calling(fr: Frame, callee: v.Value) -> str:
    """With which arguments something calls a function that it is given (`calls_back` in `rules/frameworks`); "" where it may not."""
    name = last_name(callee)
    fact = fr.ask.products.fitting("calls_back", library_of(callee), name)
    if fact is not None:
        return str(fact.says["arguments"])
    return "rest" if _TRYING.search(name) else ""


def library_of(value: v.Value) -> str:
    """The first part of the dotted name of what a value comes from; "" where that is not known."""
    while isinstance(value, v.Member):
        value = value.owner
    return value.name.partition(".")[0] if isinstance(value, (v.External, v.Made)) else ""


def call_back(fr: Frame, callee: v.Value, args: v.Arguments, here: Here) -> v.Value:
    """A call of something unknown: functions among its arguments are taken to be called with the arguments after them."""
    if last_name(callee) not in WRITES_A_LOG:
        may_fill(fr, args)
    handed = _note_handed_over(fr, callee, args)
    fr.ask.world.ledger.note(here, fate.OUTSIDE, last_name(callee))
    given: list[v.Value] = []
    name = last_name(callee)
    within = (here[0]._replace(handed=True), *here[1:])
    how = calling(fr, callee) or ("rest" if _gives_url(args) else "")
    waiting = _place_of_function(fr, callee, args)
    for index, arg in enumerate(args.positional):
        for option in v.options(arg):
            target = option.value
            if not (is_function(fr, target) or (index == waiting and isinstance(target, (v.Param, v.Apply, v.Result)))):
                continue
            through = handed_on(fr, how, args.positional[index + 1 :], args) if how else v.Arguments((), (), args.star, args.kwstar)
            is_lambda = isinstance(target, v.Func) and target.target.facts.name == "<lambda>"
            if not through.positional and not through.keywords and not is_lambda:
                if not (how and isinstance(target, (v.Member, v.Partial, v.Apply, v.Result))):
                    continue
            given.append(_called(fr, target, through, within, handed))
    keyword = next((held for word in fr.ask.products.function_words if (held := args.keyword(word)) is not None), None)
    if keyword is not None and is_function(fr, keyword):
        words = packed(fr, args) or (_without(args, keyword) if how == "rest" else None)
        if words is not None or not (isinstance(keyword, v.Func) and missing(keyword.target, keyword.bound, v.Arguments())):
            given.append(_called(fr, keyword, words or v.Arguments(), within, handed))
    if given:
        found = any_of(given)
        return v.Seq("list", (), found) if how in _OVER_ITEMS else found
    if len(args.positional) == 1 and isinstance(args.positional[0], v.Func) and not args.keywords and not _is_constructor(callee):
        return args.positional[0]
    gives = fr.ask.products.fitting("gives_object", library_of(callee), name) if len(args.positional) == 1 else None
    if gives is not None and isinstance(args.positional[0], v.Class):
        return v.Obj(args.positional[0].target)
    return opaque(callee, args, inner_evidence(fr, args.values()))


def _place_of_function(fr: Frame, callee: v.Value, args: v.Arguments) -> int | None:
    """The number of the argument that is the function to call, where `rules/frameworks` says that there is one: the first that is there.

    Only there a value that callers decide is taken for a function.
    """
    if fr.closed or fr.ask.products.fitting("calls_back", library_of(callee), last_name(callee)) is None:
        return None
    return next((number for number, one in enumerate(args.positional) if one != v.NONE), None)


WRITES_A_LOG = frozenset({"debug", "info", "warning", "warn", "error", "exception", "critical", "log", "print", "write"})
"""Methods by which something is told, whatever it is told to."""


def may_fill(fr: Frame, args: v.Arguments) -> None:
    """What is empty and handed to something unknown may be filled there."""
    for value in args.values():
        for option in v.options(value):
            if isinstance(option.value, v.Ref):
                held = content(fr, option.value)
                rest = lost(FILLED, label="item")
                if isinstance(held, v.Map) and not held.entries and held.rest is None:
                    fr.store(option.value, v.Map((), rest, held.at))
                elif isinstance(held, v.Seq) and not held.items and held.rest is None:
                    fr.store(option.value, v.Seq(held.kind, (), rest))


def _without(args: v.Arguments, function: v.Value) -> v.Arguments:
    """What a function is given that stands in a keyword itself: all the others."""
    return v.Arguments(args.positional, tuple((name, x) for name, x in args.keywords if x is not function), args.star, args.kwstar)


def _called(fr: Frame, target: v.Value, args: v.Arguments, here: Here, handed: set[FunctionDef]) -> v.Value:
    """Call a function that is handed over: what one does that waits for a framework is its own doing.

    It may run elsewhere without an end, and whoever hands it over goes on.
    """
    doer, live = fr.doer, fr.state.live
    if isinstance(target, v.Func) and target.target in handed:
        fr.doer = target.target
    given = fr.ask.call(fr, target, args, here)
    fr.doer, fr.state.live = doer, live
    return given


def _note_handed_over(fr: Frame, callee: v.Value, args: v.Arguments) -> set[FunctionDef]:
    """Note the functions that something unknown is given: a framework may call them with whatever it likes.

    Gives those that it is given to wait for what comes from outside.
    """
    handed: set[FunctionDef] = set()
    if isinstance(callee, v.External) and is_bystander(fr.ask, callee.name):
        return handed
    pending = list(args.values())
    while pending:
        value = pending.pop()
        if isinstance(value, v.Func):
            fr.ask.world.escaped.add(value.target)
            if _waits_outside(fr, callee, args, value):
                handed.add(value.target)
        elif isinstance(value, v.Seq):
            pending.extend(value.items)
        elif isinstance(value, v.Map):
            pending.extend(held for _, held in value.entries)
        elif isinstance(value, v.Ref):
            pending.append(content(fr, value))
    return handed


def _waits_outside(fr: Frame, callee: v.Value, args: v.Arguments, function: v.Func) -> bool:
    """Whether a function is handed to a framework, which calls it later; else whoever hands it over is taken to have it called."""
    world = fr.ask.world
    entry = fr.ask.entry_rules.of_call(callee, args, function.target)
    if entry is not None:
        world.registered[function.target] = entry
        return True
    if fr.function is not None or calling(fr, callee) not in ("", "keywords"):
        bound = function.bound
        world.note_edge(fr.doer, function.target, bound.cls if isinstance(bound, v.Obj) else function.target.owner)
    return False


def _gives_url(args: v.Arguments) -> bool:
    """Whether an absolute URL is among the arguments: then they are a function's."""
    given = (option.value for arg in args.positional for option in v.options(arg))
    return any(isinstance(value, v.Text) and is_absolute(value.pieces) for value in given)


def last_name(callee: v.Value) -> str:
    """The last part of the name of what is called."""
    if isinstance(callee, (v.External, v.Made)):
        return callee.name.rpartition(".")[2]
    return callee.name if isinstance(callee, v.Member) else callee.label if isinstance(callee, v.Lost) else ""


def _is_constructor(callee: v.Value) -> bool:
    """Whether an unknown callee is spelled like a class."""
    return not isinstance(callee, v.Made) and last_name(callee)[:1].isupper()


def is_function(fr: Frame, value: v.Value) -> bool:
    """Whether a value is a function that can be called back."""
    if isinstance(value, (v.Func, v.Partial)):
        return True
    if isinstance(value, v.External):
        above, _, name = value.name.rpartition(".")
        whose = fr.ask.models.classes.get(above)
        return value.name in fr.ask.models.functions or (whose is not None and name in whose.methods)
    if isinstance(value, v.Member) and operation_of(fr.ask, value) is not None:
        return True
    if isinstance(value, v.Member) and isinstance(value.owner, v.Made):
        client = fr.ask.models.classes.get(value.owner.name)
        return client is not None and value.name in client.methods
    return False


def opaque(callee: v.Value, args: v.Arguments, has: str = "") -> v.Value:
    """What calling something unknown gives: unknown, with what is known of what went in; `has` is the evidence of what that holds."""
    owner: v.Value = callee
    name = "value"
    while isinstance(owner, v.Member):
        name = owner.name if name == "value" else name
        owner = owner.owner
    if isinstance(owner, v.Lost):
        label = owner.label if owner.parameter else name
        return lost(owner.reason, owner, *args.values(), label=label, environment=owner.environment, has=has)
    return lost(why_called(callee), callee, *args.values(), label=name, has=has)


# --- arguments that are handed on ---------------------------------------------------------------------------------------------


def packed(fr: Frame, keywords: v.Arguments) -> v.Arguments | None:
    """The arguments that keywords such as `args=[…]` and `kwargs={…}` hold; None where there are none."""
    products = fr.ask.products
    listed = next((held for name in products.list_words if (held := keywords.keyword(name)) is not None), None)
    mapped = next((held for name in products.mapping_words if (held := keywords.keyword(name)) is not None), None)
    return unpacked(fr, listed, mapped) if listed is not None or mapped is not None else None


def unpacked(fr: Frame, listed: v.Value | None, mapped: v.Value | None) -> v.Arguments:
    """A list and a mapping as the arguments of a call."""
    positional: tuple[v.Value, ...] = ()
    star: v.Value | None = None
    if listed is not None and listed != v.NONE:
        positional, star = iterate(fr, listed)
    keywords: tuple[tuple[str, v.Value], ...] = ()
    kwstar: v.Value | None = None
    if mapped is not None and mapped != v.NONE:
        held = content(fr, mapped)
        if isinstance(held, v.Map):
            keywords = tuple((name, one) for key, one in held.entries if (name := known(key)) is not None)
            kwstar = held.rest
        else:
            kwstar = held
    return v.Arguments(positional, keywords, star, kwstar)


_OVER_ITEMS = frozenset({"each", "rows"})


def handed_on(fr: Frame, how: str, rest: tuple[v.Value, ...], args: v.Arguments) -> v.Arguments:
    """What a function is called with that is given to a caller.

    Args:
        fr: of the caller.
        how: the caller hands them on, as `calling` says.
        rest: the positional arguments after the function.
        args: all arguments of the caller.
    """
    named = packed(fr, args)
    if how == "keywords":
        return named or v.Arguments()
    if how == "packed" or (named is not None and not rest):
        return named or unpacked(fr, rest[0] if rest else None, rest[1] if len(rest) > 1 else None)
    if how == "rows":
        items, more = iterate(fr, rest[0]) if rest else ((), None)
        rows = [iterate(fr, row)[0] for row in (*items, *((more,) if more is not None else ()))]
        width = min((len(row) for row in rows), default=0)
        token = ("starmap", fr.token((0, 0, 0, 0)))
        return v.Arguments(tuple(_either(token, [row[column] for row in rows]) for column in range(width)))
    if how == "each":
        columns = []
        for column in rest:
            items, more = iterate(fr, column)
            found = (*items, *((more,) if more is not None else ()))
            columns.append(any_of(found) if found else lost(EMPTY))
        return v.Arguments(tuple(columns))
    return v.Arguments(rest, args.keywords, args.star, args.kwstar)


def _either(token: object, values: list[v.Value]) -> v.Value:
    return either((token, (), ()), values)


def put_off(fr: Frame, callee: v.Member, args: v.Arguments, here: Here) -> v.Value | None:
    """A method that a task library puts on a function of the project, `push.delay("/notes")`; None where it is none."""
    function, name = callee.owner, callee.name
    if not isinstance(function, (v.Func, v.Partial)):
        return None
    fact = fr.ask.products.fitting("puts_off", "", name)  # whoever decorated it, a function has such a method from there
    how = str(fact.says["arguments"]) if fact is not None else _OF_ANY.get(name)
    if how is None or how == "itself":
        return function if how else None
    if how == "same":
        through = args
    elif how == "packed":
        through = packed(fr, args) or unpacked(fr, *(*args.positional, None, None)[:2])
    else:
        through = handed_on(fr, how, args.positional, args)
    if isinstance(function, v.Func):
        fr.ask.world.queued.add(function.target)
    return fr.ask.call(fr, function, through, here)


_OF_ANY = {"__call__": "same", "__wrapped__": "same"}
"""Methods that call a function of any kind."""


def is_lambda(function: FunctionDef) -> bool:
    """Whether a function is a lambda expression."""
    return function.facts.name == "<lambda>"
