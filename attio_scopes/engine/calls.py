"""Calls: what calling a value gives, and what it sends on the way.

A function of the project is instantiated from its summary. A library's function or method is looked up in the client models and among the
known functions. What a caller decides is handed up. Anything else gives something unknown, with the evidence of all that went in.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attio_scopes.engine import bounds
from attio_scopes.engine.arguments import bind, merged, spread
from attio_scopes.engine.attributes import attribute
from attio_scopes.engine.callbacks import call_back
from attio_scopes.engine.construct import construct
from attio_scopes.engine.container_changes import CONTAINER_METHODS, container_method, with_item
from attio_scopes.engine.containers import content, mapping_of
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import choose, combine, consistent, restrict
from attio_scopes.engine.domain.evidence import evidence, lost
from attio_scopes.engine.domain.reasons import too_deep
from attio_scopes.engine.domain.state import join
from attio_scopes.engine.domain.text import TEXT_METHODS, text_method
from attio_scopes.engine.domain.values import known
from attio_scopes.engine.emit import emit
from attio_scopes.engine.external import call_external
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.hints import hinted
from attio_scopes.engine.inner_evidence import LEADS_THERE
from attio_scopes.engine.instantiate import instantiate
from attio_scopes.engine.library.effects import ask_key
from attio_scopes.engine.library.methods import call_made, call_member
from attio_scopes.engine.library.sending import RESPONSE
from attio_scopes.engine.library.stated import note_stated
from attio_scopes.engine.library.strangers import send_by_any, send_stranger
from attio_scopes.engine.library.urls import url_method
from attio_scopes.engine.objects import decorated, scope_of
from attio_scopes.engine.operations import OPERATOR_METHODS, as_typed, binary
from attio_scopes.engine.project.classes import decorator_names, find_method, has_self, method_of_class
from attio_scopes.engine.recursion import activation
from attio_scopes.engine.summary import Here, Shapes
from attio_scopes.engine.texts import formatted, join_items
from attio_scopes.engine.unfollowed import ask_for, left_out
from attio_scopes.engine.waiting import call_cold, hand_up, waits
from attio_scopes.model import fate
from attio_scopes.model.program import FunctionDef


def call(fr: Frame, callee: v.Value, args: v.Arguments, here: Here) -> v.Value:
    """Call a value.

    Args:
        fr: of the caller.
        callee: what is called.
        args: its arguments.
        here: the call, the innermost place first where it was handed up from.

    Returns:
        what it gives.
    """
    if args.star is not None or args.kwstar is not None:
        args = spread(fr, args)
    if fr.ask.hints:
        request = hinted(fr, callee, args)
        if request is not None:
            emit(fr, request, here)
            return v.Made("response", v.Arguments())
    if isinstance(callee, v.Choice):
        return _each(fr, callee, args, here)
    if isinstance(callee, (v.External, v.Made, v.Member, v.Lost)):
        note_stated(fr, callee, args, here)
    if waits(fr, callee, args):
        return hand_up(fr, callee, args, here)
    ask_for(fr, callee, args.values())
    caller = _CALLERS.get(type(callee))
    if caller is not None:
        return caller(fr, callee, args, here)
    if isinstance(callee, v.Lost) and callee.evidence == LEADS_THERE:
        send_by_any(fr, callee, args, here)
    return RESPONSE if isinstance(callee, v.Lost) and send_stranger(fr, callee, args, here) else call_back(fr, callee, args, here)


def _each(fr: Frame, callee: v.Choice, args: v.Arguments, here: Here) -> v.Value:
    """Call whichever of several it is."""
    kept = [o for o in callee.options if o.value not in (v.NONE, v.ABSENT) and consistent(o.guards, fr.state.guards)]
    if not kept:
        fr.ask.world.ledger.note(here, fate.NEVER, "nothing that can be called")
        return lost("the value that is called is `None`", callee)
    if len(kept) == 1 and not kept[0].guards - fr.state.guards:
        return call(fr, kept[0].value, args, here)
    state = fr.state
    found, branches = [], []
    cold = _cold(fr, kept)
    for option in kept:
        fr.state = branch = state.fork(option.guards)
        given = _restricted(args, branch.guards)
        value = call_cold(fr, option.value, given, here) if option in cold else None  # type: ignore[arg-type]  # functions and classes
        found.append(v.Option(option.guards, value if value is not None else call(fr, option.value, given, here)))
        branches.append(branch)
    fr.state = state
    guards = state.guards
    join(state, branches)
    state.guards = guards
    return choose(found)


def _cold(fr: Frame, options: list[v.Option]) -> list[v.Option]:
    """Of what may be called, that which has nothing of Attio, if some of it has."""
    cold = [one for one in options if isinstance(one.value, (v.Func, v.Class)) and not fr.ask.carries((one.value,))]
    rest = [one.value for one in options if one not in cold]
    return cold if fr.ask.carries(rest) else []


def _restricted(args: v.Arguments, guards: v.Guards) -> v.Arguments:
    if not any(isinstance(value, v.Choice) for value in args.values()):
        return args
    return v.Arguments(
        tuple(restrict(value, guards) for value in args.positional),
        tuple((name, restrict(value, guards)) for name, value in args.keywords),
        restrict(args.star, guards) if args.star is not None else None,
        restrict(args.kwstar, guards) if args.kwstar is not None else None,
    )


def call_function(fr: Frame, callee: v.Func, args: v.Arguments, here: Here) -> v.Value:
    """Call a function of the project."""
    target = callee.target
    if any(isinstance(one, v.Made) and one.name == v.OPTIONS for one in args.positional):
        here = (here[0]._replace(handed=True), *here[1:])  # whoever starts the program decides what the function gets
    bound, scope, args = _as_called(fr, callee, args)
    called = v.Func(target, bound, scope, callee.defaults)
    aside = left_out(fr, called, args, here)
    return aside if aside is not None else _followed(fr, called, class_of(callee, bound), args, here)


def _as_called(fr: Frame, callee: v.Func, args: v.Arguments) -> tuple[v.Value | None, v.Value | None, v.Arguments]:
    """The `self` of a function that is called, the variables around it, and its other arguments."""
    target, bound = callee.target, callee.bound
    itself = fr.ask.given_itself(fr, target) if bound is None and target.facts.decorators else None
    if itself is not None:
        args = v.Arguments((itself, *args.positional), args.keywords, args.star, args.kwstar)
    if bound is None and target.owner is not None and args.positional and isinstance(args.positional[0], (v.Obj, v.Param)):
        first = args.positional[0]
        if first.cls is not None and target.facts.params and _may_be_its_self(fr, target, first):
            bound, args = first, v.Arguments(args.positional[1:], args.keywords, args.star, args.kwstar)
    scope = callee.scope
    if scope is None and bound is not None and target.parent is not None:
        scope = scope_of(fr, bound)
    return bound, scope, args


def _followed(fr: Frame, callee: v.Func, cls: Any, args: v.Arguments, here: Here) -> v.Value:
    """Do what a function's summary says for a call."""
    target, bound, scope = callee.target, callee.bound, callee.scope
    world = fr.ask.world
    world.called.add((target, cls))
    world.passed.update((at.path, at.function, target, cls) for at in here[:-1])
    if not fr.uncalled:
        world.certain.add((target, cls))
    now = activation(world.active, target, scope, bound, args)
    if now is None or now.last:
        world.note_bound("recursion", f"{target.module.path}:{target.facts.line}")
    if now is None:
        return _left_out(fr, target, cls, (*args.values(), bound), here)
    bound, args = now.bound, now.args
    span = here[-1].span
    given = bind(fr, v.Func(target, bound, scope, callee.defaults), args, fr.number(span))
    shapes = _shapes(fr, target, given)
    world.note_edge(fr.doer, target, for_tool(cls, shapes))
    has = next((found for one in args.values() if (found := evidence(one))), "")
    if has and fr.function is not None:
        world.handed_on[fr.function, target] = has
    summary = fr.ask.summary(target, cls, shapes)
    if summary.opaque:
        world.ledger.note(here, fate.CUT, target.name)
        return call_back(
            fr,
            lost(
                f"`{target.facts.name}` does not mention Attio and takes more than {bounds.EFFORT_COLD:,} steps to follow",
                label=target.facts.name,
            ),
            args,
            here,
        )
    bindings = {root: given[name] for name, root in summary.roots if name in given}
    if scope is not None:
        bindings[scope_root(target)] = scope
    world.ledger.note(here, fate.FOLLOWED, target.name)
    world.active.append(now)
    value = instantiate(fr, summary, bindings, here, home_of(target))
    world.active.pop()
    if summary.leaves and decorator_names(target) <= _PLAIN:  # any other decorator may end an exception, or call another function
        fr.state.live = False
    if target.facts.returns is not None and isinstance(value, (v.Lost, v.Apply, v.Param, v.Result)):
        typed = fr.ask.annotated(Frame(fr.ask, target.module, closed=True), target.facts.returns)
        if typed is not None and not isinstance(typed, (v.Seq, v.Map)):
            return as_typed(value, typed)
    return value


def _may_be_its_self(fr: Frame, target: FunctionDef, first: v.Obj | v.Param) -> bool:
    """Whether a method that is called through its class has an object as its `self`: one of the class, or any other (`A.get(B())`)."""
    if first.cls is not None and target.owner in fr.ask.lineage(first.cls):
        return True
    return isinstance(first, v.Obj) and has_self(target)


def _left_out(fr: Frame, target: FunctionDef, cls: Any, given: tuple[v.Value | None, ...], here: Here) -> v.Value:
    """What a call that is not followed gives: not known, with the evidence of what goes in and of what the function gives otherwise."""
    world = fr.ask.world
    world.ledger.note(here, fate.CUT, target.name)
    world.note_edge(fr.doer, target, cls)
    returns = fr.ask.summary(target, cls).returns
    has = evidence(returns) or (f"what `{target.facts.name}` gives" if fr.ask.carries(o.value for o in v.options(returns)) else "")
    levels = sum(one.target is target for one in world.active)
    return lost(too_deep(target.facts.name, levels), *given, has=has)


def for_tool(cls: Any, shapes: Shapes) -> Any:
    """The class of a `self`, with the name of the tool that a function is worked out for, if it is given one."""
    name = next((shape for _, shape in shapes if isinstance(shape, str)), None)
    return cls if name is None else (cls, name)


def _shapes(fr: Frame, target: FunctionDef, given: dict[str, v.Value]) -> Shapes:
    """The lengths of the lists, and the keys of the mappings, over which a function collects item by item."""
    selected = fr.ask.world.selected
    found: list[tuple[str, int | str | tuple[str, ...] | None]] = []
    if selected:
        found += [(name, selected) for name, value in given.items() if known(value) == selected]
    for name in fr.ask.collects_over(target):
        held = content(fr, given[name]) if name in given else None
        if isinstance(held, v.Seq) and held.rest is None and len(held.items) <= bounds.SPREAD:
            found.append((name, len(held.items)))
        elif isinstance(held, v.Map) and held.rest is None and len(held.entries) <= bounds.SPREAD:
            keys = tuple(known(key) or "" for key, _ in held.entries)
            if all(keys):
                found.append((name, keys))
        elif held == v.NONE:
            found.append((name, None))
    return tuple(found)


_PLAIN = frozenset({"staticmethod", "classmethod", "property", "abstractmethod", "override", "final"})


def home_of(target: FunctionDef) -> str:
    """The class in which a function is written, as the texts in it have it."""
    return f"{target.module.path}:{target.owner.name}" if target.owner is not None else ""


def class_of(callee: v.Func, bound: v.Value | None) -> Any:
    """The class for which a function's summary is asked: that of its `self`."""
    if callee.target.owner is None:
        return None
    if isinstance(bound, v.Obj):
        return bound.cls
    if isinstance(bound, v.Param) and bound.cls is not None:
        return bound.cls
    if isinstance(bound, v.Class):
        return bound.target
    return callee.target.owner


def scope_root(target: Any) -> str:
    """The root of the variables around a nested function."""
    return f"{target.module.path}:{target.facts.line}:{target.facts.qualname}:<scope>"


def _class(fr: Frame, callee: v.Class, args: v.Arguments, here: Here) -> v.Value:
    method = method_of_class(fr.ask, callee.target, "__call__")
    if method is None or (fr.function is not None and fr.function is method):
        return construct(fr, callee, args, here)
    given = call(fr, v.Func(method, callee), args, here)
    made = all(isinstance(option.value, v.Obj) for option in v.options(given))
    return given if made or v.is_open(given) else construct(fr, callee, args, here)


def _partial(fr: Frame, callee: v.Partial, args: v.Arguments, here: Here) -> v.Value:
    return call(fr, callee.target, merged(callee.args, args), here)


def _object(fr: Frame, callee: v.Obj, args: v.Arguments, here: Here) -> v.Value:
    method = find_method(fr.ask, callee.cls, "__call__")
    if method is not None:
        made = decorated(fr, method, v.Func(method, callee, None))
        return call(fr, made, args, here)
    held = attribute(fr, callee, "__call__")
    if isinstance(held, (v.Func, v.Partial)):
        return call(fr, held, args, here)
    fr.ask.world.ledger.note(here, fate.OUTSIDE, f"an object of {callee.cls.name}")
    return lost(f"a `{callee.cls.facts.name}` object is called, and its class has no `__call__`", callee, *args.values())


def _external(fr: Frame, callee: v.External, args: v.Arguments, here: Here) -> v.Value:
    return call_external(fr, callee.name, args, here)


def _made(fr: Frame, callee: v.Made, args: v.Arguments, here: Here) -> v.Value:
    given = call_made(fr, callee, args, here)
    if given is None:
        return call_back(fr, callee, args, here)
    fr.ask.world.ledger.note(here, fate.NO_SEND, callee.name)
    return given


def _member(fr: Frame, callee: v.Member, args: v.Arguments, here: Here) -> v.Value:
    owner, name = callee.owner, callee.name
    if isinstance(owner, (v.Ref, v.Seq, v.Map)) and not (isinstance(owner, v.Seq) and owner.kind == "dynamic"):
        fr.ask.world.ledger.note(here, fate.NO_SEND, f"{name} of a list or mapping")
        if name == "sort":
            ask_key(fr, (owner,), args, here)
        if name in CONTAINER_METHODS:
            found = container_method(fr, owner, name, args)
            if found is not None:
                return found
        return lost(f"the result of `{name}()` is only known at run time", owner, *args.values())
    if isinstance(owner, (v.Text, v.Scalar)):
        made = _text_method(fr, owner, name, args)
        if made is not None:
            fr.ask.world.ledger.note(here, fate.NO_SEND, f"{name} of a text")
            return made
    if name == "update" and args.positional and isinstance(owner, v.Member) and isinstance(owner.owner, v.Made):
        _update_of_library(fr, owner.owner, owner.name, args.positional[0])
    return call_member(fr, callee, args, here)


def _update_of_library(fr: Frame, owner: v.Made, name: str, given: v.Value) -> None:
    """`session.headers.update(…)`: entries of a mapping that a library's object has."""
    more = mapping_of(fr, given)
    held = fr.held((owner, name))
    if isinstance(more, v.Map):
        known: v.Value = held if isinstance(held, v.Map) else v.Map(())
        for key, value in more.entries:
            known = with_item(known, key, value) if isinstance(known, v.Map) else known
        fr.store((owner, name), known)


def _text_method(fr: Frame, owner: v.Value, name: str, args: v.Arguments) -> v.Value | None:
    made = url_method(fr, owner, name, args)
    if made is not None:
        return made
    if name == "join" and len(args.positional) == 1:
        return combine([args.positional[0]], lambda items: join_items(fr, owner, items))
    if name == "format":
        return combine([owner], lambda template: formatted(fr, template, args))
    if name == "format_map" and args.positional:
        return combine([owner], lambda template: formatted(fr, template, spread(fr, v.Arguments((), (), None, args.positional[0]))))
    if name in OPERATOR_METHODS and len(args.positional) == 1:
        return binary(fr, OPERATOR_METHODS[name], owner, args.positional[0])
    if name in TEXT_METHODS:
        return text_method(owner, name, args)
    return None


_CALLERS: dict[type, Callable[[Frame, Any, v.Arguments, Here], v.Value]] = {
    v.Func: call_function,
    v.Class: _class,
    v.Partial: _partial,
    v.Obj: _object,
    v.External: _external,
    v.Made: _made,
    v.Member: _member,
}
