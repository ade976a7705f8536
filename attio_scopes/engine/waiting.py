"""Waiting calls: those that only a caller can decide, and what is handed up for them.

Takes a frame, a callee, arguments and the place; says whether the call waits, notes it among the frame's effects and gives its
`Result`. Never calls anything.
"""

from __future__ import annotations

import re
from typing import Any

from attio_scopes.engine import bounds
from attio_scopes.engine.arguments import missing
from attio_scopes.engine.callbacks import WRITES_A_LOG, call_back, may_fill
from attio_scopes.engine.containers import content
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import any_of, generalise
from attio_scopes.engine.domain.evidence import REACHED, evidence, lost
from attio_scopes.engine.domain.reasons import why
from attio_scopes.engine.domain.values import known
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.inner_evidence import reached_evidence
from attio_scopes.engine.library.clients import argument, client_of
from attio_scopes.engine.library.kept_settings import settings_wait
from attio_scopes.engine.library.models import Shape
from attio_scopes.engine.library.sdk import is_generated
from attio_scopes.engine.library.sending import RESPONSE
from attio_scopes.engine.library.strangers import send_stranger
from attio_scopes.engine.summary import Here, Open
from attio_scopes.model import fate


def split(callee: v.Value) -> tuple[v.Value, str] | None:
    """Owner and name of a method that waits for a caller; None where it is something else."""
    if isinstance(callee, v.Param) and callee.path and callee.path[-1][0] == ".":
        return v.Param(callee.root, callee.path[:-1], callee.cls if len(callee.path) == 1 else None), str(callee.path[-1][1])
    if isinstance(callee, v.Apply) and callee.operation == "attribute":
        return callee.operands[0], str(callee.extra)
    if isinstance(callee, v.Member):
        return callee.owner, callee.name
    return None


def waits(fr: Frame, callee: v.Value, args: v.Arguments) -> bool:
    """Whether only a caller can tell what this call is, or what it is given."""
    if isinstance(callee, (v.Param, v.Apply, v.Result)):
        return True
    if isinstance(callee, v.Member):
        if v.is_open(callee.owner) and not isinstance(callee.owner, (v.Text, v.Made, v.Seq, v.Map, v.Lost, v.Super)):
            return not (isinstance(callee.owner, v.Param) and callee.owner.cls is not None and client_of(fr.ask, callee.owner) is not None)
        if fr.closed:
            return False
        if isinstance(callee.owner, v.Super) and isinstance(callee.owner.instance, v.Param):
            known = client_of(fr.ask, callee.owner.instance)
            if _keywords_wait(fr, args) or v.is_open(args.star):
                return True
            return known is None and callee.name not in ("__init__", "__enter__", "__aenter__", "__new__", "__setattr__")
        if isinstance(callee.owner, v.Made) and callee.owner.name == v.FIELDS:
            return _keywords_wait(fr, args) or any(_is_waiting(content(fr, one)) for one in args.positional)
        waits = (v.is_open(args.star) and isinstance(callee.owner, v.Made)) or _shape_waits(fr, callee, args)
        return waits or _request_waits(fr, callee, args) or settings_wait(fr, callee, args)
    if fr.closed:
        return False
    if isinstance(callee, v.Lost):
        return any(isinstance(term, v.Apply) and term.operation == REACHED for term in callee.terms)
    if isinstance(callee, v.Func):
        return v.is_open(args.star) or (_keywords_wait(fr, args) and missing(callee.target, callee.bound, args))
    if isinstance(callee, (v.Class, v.Partial)):
        return v.is_open(args.star) or (isinstance(callee, v.Class) and _keywords_wait(fr, args))
    if not isinstance(callee, (v.External, v.Made)):
        return False
    if isinstance(callee, v.External) and _library_waits(fr, callee.name, args):
        return True
    return v.is_open(args.star) or _shape_waits(fr, callee, args) or _request_waits(fr, callee, args)


def _is_of_a_caller(value: v.Value) -> bool:
    """Whether only a caller knows which object it is; of a method's own `self` the class is known."""
    return isinstance(value, (v.Param, v.Result)) and not (isinstance(value, v.Param) and value.cls is not None)


def _library_waits(fr: Frame, name: str, args: v.Arguments) -> bool:
    """Whether only a caller knows what a class of a library is given, of which client a method is called, or what `reduce` goes over."""
    models = fr.ask.models
    if _keywords_wait(fr, args) and (name in models.classes or name in models.requests or name in models.sdks or name in OF_KEYWORDS):
        return True
    if name in COPIES and args.positional and _is_of_a_caller(args.positional[0]):
        return True
    if name == "functools.reduce":
        return _items_wait(fr, args)
    unbound = name.rpartition(".")[0] in models.classes  # `Session.request(session, …)`
    return unbound and bool(args.positional) and isinstance(args.positional[0], (v.Param, v.Apply, v.Result))


def _items_wait(fr: Frame, args: v.Arguments) -> bool:
    """Whether only a caller knows over which items `reduce` goes, and so what it comes to in the end."""
    held = content(fr, args.positional[1]) if len(args.positional) > 1 else None
    return v.is_open(held.rest if isinstance(held, v.Seq) else held)


def _is_waiting(value: v.Value) -> bool:
    return v.is_open(value) and not isinstance(value, (v.Map, v.Text))


def _keywords_wait(fr: Frame, args: v.Arguments) -> bool:
    return args.kwstar is not None and (v.is_open(args.kwstar) or v.is_open(content(fr, args.kwstar)))


def _shape_waits(fr: Frame, callee: v.Value, args: v.Arguments) -> bool:
    """Whether method or URL of a request may come through `**` that a caller decides."""
    if not _keywords_wait(fr, args):
        return False
    shape = _shape(fr, callee)
    return shape is not None and any(slot is not None and argument(args, slot) is None for slot in (shape.method_slot, shape.url_slot))


def _shape(fr: Frame, callee: v.Value) -> Shape | None:
    if isinstance(callee, v.External):
        return fr.ask.models.functions.get(callee.name)
    if isinstance(callee, v.Member):
        client = client_of(fr.ask, callee.owner.instance if isinstance(callee.owner, v.Super) else callee.owner)
        return client.methods.get(callee.name) if client is not None else None
    return None


def _request_waits(fr: Frame, callee: v.Value, args: v.Arguments) -> bool:
    """Whether a caller decides the request object that is sent."""
    shape = _shape(fr, callee)
    if shape is None or shape.request_slot is None:
        return False
    given = argument(args, shape.request_slot)
    return any(v.is_open(o.value) and not isinstance(o.value, (v.Text, v.Made)) for o in v.options(given)) if given is not None else False


_ALWAYS_TEXT = frozenset(
    {"strip", "lstrip", "rstrip", "upper", "lower", "casefold", "title", "capitalize", "removeprefix", "removesuffix", "startswith",
     "endswith", "isdigit", "encode", "rsplit", "partition", "rpartition", "splitlines", "zfill", "isalpha", "isalnum"}
)  # fmt: skip


COPIES = frozenset({"copy.copy", "copy.deepcopy", "copy.replace", "dataclasses.replace"})
"""Functions that give an object of its own, of the class of what they are given."""

OF_KEYWORDS = frozenset({v.NAMESPACE, "argparse.Namespace"})
"""Classes whose objects have an attribute for each keyword."""

VIEWS = frozenset({"items", "values", "keys"})
"""The methods that give the entries of a mapping."""


def hand_up(fr: Frame, callee: v.Value, args: v.Arguments, here: Here) -> v.Value:
    """Hand a call up to the callers, who know what is called."""
    parts = split(callee)
    ledger = fr.ask.world.ledger
    if parts is not None and not args.keywords and not args.open_:
        owner, name = parts
        if name in _ALWAYS_TEXT or (name in ("replace", "split", "format_map") and args.positional and len(args.positional) < 3):
            ledger.note(here, fate.NO_SEND, f"{name} of a text")
            made = v.Apply("text", (owner, *args.positional), name)
            again = isinstance(owner, v.Apply) and (owner.operation, owner.operands[1:], owner.extra) == ("text", made.operands[1:], name)
            return owner if again and not any(map(v.is_open, args.positional)) else made  # what was replaced is gone
    if parts is not None and parts[1] == "format" and not args.open_:
        names = tuple(name for name, _ in args.keywords)
        ledger.note(here, fate.NO_SEND, "format of a text")
        return v.Apply("format", (parts[0], *args.positional, *(x for _, x in args.keywords)), (len(args.positional), names))
    if fr.closed:
        return _unknown(fr, callee, args, here)
    if parts is not None and not _matters(fr, parts[0], parts[1], args):
        ledger.note(here, fate.OUTSIDE, parts[1])
        if parts[1] not in WRITES_A_LOG:
            may_fill(fr, args)
        if parts[1] == "get" and args.positional:
            return v.Apply("get", (parts[0], *args.positional[:2]))
        if parts[1] in VIEWS and args == v.Arguments():
            return v.Apply("view", (parts[0],), parts[1])
        return lost(why(parts[0], f"the result of `{parts[1]}()` is only known at run time"), parts[0], *args.values(), label=parts[1])
    key = ("open", here, callee, args)
    if key not in fr.effects:
        same = fr.alike.setdefault((here[0], callee), [])
        if len(same) >= bounds.ALIKE:
            return _blurred(fr, callee, args, here, same)
        same.append(key)
    return handed_up(fr, callee, args, here, parts[1] if parts is not None else "value")


def handed_up(fr: Frame, callee: v.Value, args: v.Arguments, here: Here, label: str, cold: bool = False) -> v.Result:
    """Note a call among what is handed up, once, and give its result; `label` is its name for readers."""
    effect = fr.effects.get(("open", here, callee, args))
    fr.ask.world.ledger.note(here, fate.HANDED_UP, label)
    may_fill(fr, args)
    if effect is None:
        fr.serial += 1
        again = bool(fr.loops)
        at = tuple((key, held) for key in fr.puts if (held := fr.state.held(key)) is not None)
        effect = Open(fr.serial, here, callee, args, fr.state.guards, fr.uncalled, cold, fr.doer, again, fr.has_yielded, at)
        fr.effects[("open", here, callee, args)] = effect
    return v.Result(effect.key, label)  # type: ignore[union-attr]  # a call


def call_cold(fr: Frame, callee: v.Func | v.Class, args: v.Arguments, here: Here) -> v.Value | None:
    """What a function gives that has nothing of Attio, where others that could be called in its place have: it is not looked at.

    None where its arguments bring something of Attio: then it is like any other.
    """
    fr.ask.world.note_read(("carries", callee.target))
    if fr.ask.carries(args.values()) or reached_evidence(fr, args.values()):
        return None
    if fr.closed or not any(map(v.is_open, args.values())):
        fr.ask.world.ledger.note(here, fate.FOLLOWED, callee.target.name)
        return lost(
            f"`{callee.target.facts.name}` does not mention Attio and is not followed", *args.values(), label=callee.target.facts.name
        )
    return handed_up(fr, callee, args, here, callee.target.facts.name, cold=True)


def _is_data(value: v.Value) -> bool:
    """Whether a value is an item of an item: what answers and records are made of."""
    if isinstance(value, v.Apply):
        first = value.operands[0]
        if value.operation == "each":  # the items of an argument itself may be objects
            return not (isinstance(first, v.Param) and not first.path)
        return value.operation in ("get", "view") or (value.operation == "item" and _is_data(first))
    if isinstance(value, v.Result):
        return value.label in ("get", "json", "items", "values", "loads", "read")
    return isinstance(value, v.Param) and sum(kind == "[" for kind, _ in value.path) > 1


_PRIVATE = re.compile(r"_[A-Za-z]\w*?__\w+$")
"""A private method, as other classes have to call it."""


def _matters(fr: Frame, owner: v.Value, name: str, args: v.Arguments) -> bool:
    """Whether a method that is called on what a caller decides may send, store or be one of the project's; a variable may be any."""
    if name == "get" and not args.keywords and not args.open_ and args.positional:
        key = known(args.positional[0])
        plain = key is not None and "/" not in key
        return not (plain and _is_data(owner))
    if name == "write" and len(args.positional) == 1:  # it may be into a buffer
        return True
    if fr.ask.is_method(name) or _PRIVATE.match(name) or (isinstance(owner, v.Param) and owner.root.endswith(":<scope>")):
        return True
    if is_generated(name) or any(_begins_a_path(value) for value in args.values()):
        return True
    return any(isinstance(o.value, (v.Func, v.Partial, v.Made, v.Obj)) or evidence(o.value) for x in args.values() for o in v.options(x))


def _begins_a_path(value: v.Value) -> bool:
    first = value.pieces[0] if isinstance(value, v.Text) and value.pieces else None
    return isinstance(first, v.Lit) and first.text.startswith("/")


def _blurred(fr: Frame, callee: v.Value, args: v.Arguments, here: Here, same: list[Any]) -> v.Value:
    """One call for many at one place that differ in what is given: what they have in common."""
    fr.ask.world.note_bound("handed up", f"{here[0].path}:{here[0].span[0]}")
    fr.ask.world.ledger.note(here, fate.HANDED_UP)
    given = [args, *(fr.effects[k].args for k in same)]  # type: ignore[union-attr]  # those are calls
    width = min(len(one.positional) for one in given)
    columns = [_any_of_these([one.positional[n] for one in given]) for n in range(width)]
    names = [name for name, _ in args.keywords if all(one.keyword(name) is not None for one in given)]
    keywords = tuple((name, _any_of_these([x for one in given if (x := one.keyword(name)) is not None])) for name in names)
    for k in same[1:]:
        del fr.effects[k]
    del same[1:]
    first = same[0]
    serial = fr.effects[first].key  # type: ignore[union-attr]  # a call
    fr.effects[first] = Open(serial, here, callee, v.Arguments(tuple(columns), keywords), v.NO_GUARDS)
    return v.Result(serial)


def _any_of_these(values: list[v.Value]) -> v.Value:
    distinct = tuple(dict.fromkeys(values))
    return distinct[0] if len(distinct) == 1 else generalise(distinct) if len(distinct) > bounds.OPTIONS else any_of(distinct)


def _unknown(fr: Frame, callee: v.Value, args: v.Arguments, here: Here) -> v.Value:
    parts = split(callee)
    owner = lost("a caller outside the checked code passes the function", callee, label=parts[1] if parts else "value")
    unknown = v.Member(owner, parts[1]) if parts else owner
    return RESPONSE if send_stranger(fr, unknown, args, here) else call_back(fr, unknown, args, here)
