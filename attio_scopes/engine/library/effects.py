"""Functions of libraries that call, store or read the frame: `map`, `partial`, `getattr`, `copy` and their like.

`EFFECTS` maps a dotted name to a function of (frame, arguments, place) that gives a value, or None where it is not known what it gives.
Each is a fact about a library; none is a fact about Attio, and none sends by itself.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from attio_scopes.engine.attributes import attribute
from attio_scopes.engine.callbacks import is_function
from attio_scopes.engine.class_attributes import class_variable
from attio_scopes.engine.conditions import ask_about
from attio_scopes.engine.construct import copy_with, site_of
from attio_scopes.engine.container_changes import container_method, copied
from attio_scopes.engine.containers import any_item, content, item_of_sequence
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import any_of, choose, combine, restrict
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.domain.reasons import INDEX, why
from attio_scopes.engine.domain.text import pieces_of
from attio_scopes.engine.domain.values import known
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.library.growing import GROWING
from attio_scopes.engine.library.items import FOR_EACH
from attio_scopes.engine.library.loading import LOADING
from attio_scopes.engine.library.makers import MAKES_CLASS
from attio_scopes.engine.library.namespaces import NAMESPACES
from attio_scopes.engine.library.settings import from_environment
from attio_scopes.engine.library.written_code import WRITTEN_CODE
from attio_scopes.engine.operations import binary
from attio_scopes.engine.project.classes import variables_of
from attio_scopes.engine.stores import store, store_plainly
from attio_scopes.engine.summary import Here
from attio_scopes.engine.texts import as_shown, as_text
from attio_scopes.engine.waiting import OF_KEYWORDS, handed_up
from attio_scopes.model import facts as f
from attio_scopes.model.program import ANY_NAME


def _partial_of(fr: Frame, args: v.Arguments, here: Here) -> v.Value | None:
    if not args.positional:
        return None
    return v.Partial(args.positional[0], v.Arguments(args.positional[1:], args.keywords, args.star, args.kwstar))


def _partial_method(fr: Frame, args: v.Arguments, here: Here) -> v.Value | None:
    made = _partial_of(fr, args, here)
    return v.Partial(made.target, made.args, True) if isinstance(made, v.Partial) else None


def _static(fr: Frame, args: v.Arguments, here: Here) -> v.Value | None:
    return v.Partial(args.positional[0], v.Arguments()) if args.positional else None


def _method_of(fr: Frame, args: v.Arguments, here: Here) -> v.Value | None:
    """`types.MethodType(function, object)`: the function as a method of the object."""
    if len(args.positional) != 2:
        return None
    function, owner = args.positional
    if isinstance(function, v.Func) and function.bound is None:
        return replace(function, bound=owner)
    return v.Partial(function, v.Arguments((owner,)))


def _property(fr: Frame, args: v.Arguments, here: Here) -> v.Value | None:
    return v.Made("builtins.property", args) if args.positional else None


def _getattr(fr: Frame, args: v.Arguments, here: Here) -> v.Value | None:
    if len(args.positional) < 2:
        return None
    owner, name = args.positional[0], args.positional[1]
    default = args.positional[2] if len(args.positional) > 2 else None
    return combine([name], lambda one: _attribute_by(fr, owner, one, default))


def _attribute_by(fr: Frame, owner: v.Value, name: v.Value, default: v.Value | None) -> v.Value:
    text = known(name)
    if text is None:
        if v.is_open(name):
            return v.Apply("getattr", (owner, name, *((default,) if default is not None else ())))
        if isinstance(owner, v.Class) and not owner.target.methods:
            held = [found for one in sorted(variables_of(owner.target)) if (found := class_variable(fr, owner.target, one)) is not None]
            return any_of([*held, *((default,) if default is not None else ())])
        _note_any(fr, owner, name)
        label = pieces_of(name)[0].label if pieces_of(name) and isinstance(pieces_of(name)[0], v.Gap) else "name"  # type: ignore[union-attr]  # a gap
        return v.Member(v.Seq("dynamic", (owner, name)), label)
    value = attribute(fr, owner, text)
    if default is None:
        return value
    if isinstance(value, v.External) and not value.name.startswith("builtins"):
        return from_environment(v.text(text), default) if isinstance(default, v.Text) else value
    if isinstance(value, v.Lost) and not value.terms:
        return default
    if isinstance(value, v.Member) and not v.is_open(value):
        return any_of([value, default])
    return value


def _note_any(fr: Frame, owner: v.Value, name: v.Value) -> None:
    """Note that any method may be called whose name begins as an unknown one does: `getattr(self, "do_" + word)()`."""
    first = pieces_of(name)[:1]
    begins = first[0].text if first and isinstance(first[0], v.Lit) else ""
    if isinstance(owner, v.Choice):
        for option in owner.options:
            _note_any(fr, option.value, name)
    elif isinstance(owner, v.ModuleValue):
        for function in owner.target.contents().functions.values():
            if function.owner is None and function.facts.name.startswith(begins):
                fr.ask.world.note_edge(fr.doer, function, None)
    cls = owner.target if isinstance(owner, v.Class) else owner.cls if isinstance(owner, v.Obj) else None
    for ancestor in fr.ask.lineage(cls) if cls is not None else ():
        for method, function in ancestor.methods.items():
            if method.startswith(begins) and not method.startswith("__"):
                fr.ask.world.note_edge(fr.doer, function, cls)


def _setter(through: str, put: Callable[[Frame, v.Value, str, v.Value], None]) -> Callable[[Frame, v.Arguments, Here], v.Value]:
    """A function that sets an attribute by its name; `through` is its own name."""

    def set_(fr: Frame, args: v.Arguments, here: Here) -> v.Value:
        if len(args.positional) != 3:
            return v.NONE
        owner, name, value = args.positional
        options = v.options(name)
        for option in options:
            text = known(option.value)
            held = restrict(value, option.guards)
            if text is None:
                _set_by_unknown(fr, through, v.Arguments((owner, option.value, held)), here)
                continue
            if len(options) > 1:
                before = attribute(fr, owner, text) if isinstance(owner, v.Class) else None
                held = held if before is None or isinstance(before, (v.Lost, v.Member)) else any_of([held, before])
            fr.ask.world.note_name(text)
            put(fr, owner, text, held)
        return v.NONE

    return set_


def _set_by_unknown(fr: Frame, through: str, args: v.Arguments, here: Here) -> None:
    """A store under a name that is not known: a caller knows it, or any attribute of the object may be the value."""
    owner, name, value = args.positional
    if v.is_open(name) and not fr.closed:
        handed_up(fr, v.External(through), args, here, "setattr")
        return
    for option in v.options(owner):
        if isinstance(option.value, (v.Obj, v.Param)):
            before = fr.held((option.value, ANY_NAME))
            fr.store((option.value, ANY_NAME), value if before is None else any_of([before, value]))


def _super(fr: Frame, args: v.Arguments, here: Here) -> v.Value | None:
    if args.positional and isinstance(args.positional[0], v.Class) and len(args.positional) == 2:
        return v.Super(args.positional[1], args.positional[0].target)
    if fr.owner is None or fr.first is None:
        return None
    return v.Super(fr.first, fr.owner)


def _namespace(fr: Frame, args: v.Arguments, here: Here) -> v.Value:
    made = v.Made(v.NAMESPACE, v.Arguments(), site_of(fr, here))
    for name, value in args.keywords:
        fr.store((made, name), value)
    return made


def _gather(fr: Frame, args: v.Arguments, here: Here) -> v.Value:
    return v.Seq("list", args.positional, args.star)


def _to_thread(fr: Frame, args: v.Arguments, here: Here) -> v.Value | None:
    if not args.positional:
        return None
    return fr.ask.call(fr, args.positional[0], v.Arguments(args.positional[1:], args.keywords, args.star, args.kwstar), here)


def ask_key(fr: Frame, given: tuple[v.Value, ...], args: v.Arguments, here: Here) -> None:
    """Call the `key` of a function that puts in order or chooses: with an item of the one list, or with any of the several values."""
    key = args.keyword("key")
    if given and key is not None and (is_function(fr, key) or isinstance(key, (v.Param, v.Result))):
        fr.ask.call(fr, key, v.Arguments((any_item(fr, given[0]) if len(given) == 1 else any_of(given),)), here)


def _keyed(first: int) -> Callable[[Frame, v.Arguments, Here], None]:
    """A function that calls its `key`; `first` is the number of the argument from which on the items stand."""
    return lambda fr, args, here: ask_key(fr, args.positional[first:], args, here)


def _grouped(fr: Frame, args: v.Arguments, here: Here) -> None:
    key = args.get(1, "key")
    if key is not None:
        ask_key(fr, args.positional[:1], v.Arguments((), (("key", key),)), here)


def _at_exit(fr: Frame, args: v.Arguments, here: Here) -> v.Value | None:
    """`atexit.register`: with arguments a call of its own; as a decorator it gives the function."""
    if len(args.positional) > 1 or args.keywords:
        _to_thread(fr, args, here)
    return args.positional[0] if args.positional else None


def _replace_fields(fr: Frame, args: v.Arguments, here: Here) -> v.Value | None:
    value = args.positional[0] if args.positional else None
    if value is None:
        return None
    return choose(
        v.Option(
            o.guards,
            copy_with(fr, o.value, args.keywords, here)
            or lost(why(o.value, "the object that is copied is only known at run time"), o.value, *args.values()),
        )
        for o in v.options(value)
    )


def _copy(fr: Frame, args: v.Arguments, here: Here) -> v.Value | None:
    """A copy: an object, list or mapping of its own; what a caller decides is taken for itself."""
    if not args.positional:
        return None
    found = []
    for option in v.options(args.positional[0]):
        value = option.value
        if isinstance(value, (v.Obj, v.Param)):
            value = copy_with(fr, value, (), here) or value
        elif isinstance(value, v.Ref):
            value = copied(fr, value, content(fr, value))
        found.append(v.Option(option.guards, value))
    return choose(found)


def _written(name: str) -> Callable[[Frame, v.Arguments, Here], v.Value | None]:
    """`pickle.dumps(x)`: what `loads` of the same library makes another object of."""
    return lambda fr, args, here: v.Made(name, args) if args.positional else None


def _read_again(fr: Frame, args: v.Arguments, here: Here) -> v.Value | None:
    """`pickle.loads(pickle.dumps(x))`: a copy of x; None of what comes from elsewhere."""
    given = args.positional[0] if args.positional else None
    if not isinstance(given, v.Made) or given.name not in _WRITING:
        return None
    return fr.ask.call(fr, v.External("copy.deepcopy"), v.Arguments(given.args.positional[:1]), here)


_WRITING = tuple(f"{library}.dumps" for library in ("pickle", "cloudpickle", "dill", "json", "marshal", "jsonpickle"))


def _wraps(fr: Frame, args: v.Arguments, here: Here) -> v.Value:
    return v.External("attio_scopes.identity")


def _test(kind: str) -> Callable[[Frame, v.Arguments, Here], v.Value | None]:
    def ask(fr: Frame, args: v.Arguments, here: Here) -> v.Value | None:
        if not args.positional:
            return None
        than = args.positional[1] if len(args.positional) > 1 else None
        yes, no = ask_about(fr, f.Other(()), args.positional[0], kind, than, here[-1].span)
        return (
            v.Scalar(True)
            if not no.possible
            else v.Scalar(False)
            if not yes.possible
            else lost("the result of a test is only known at run time")
        )

    return ask


def _string(fr: Frame, args: v.Arguments, here: Here) -> v.Value:
    given = args.get(0, "object")
    return combine([given], lambda one: _one_string(fr, one)) if given is not None else v.text("")


def _one_string(fr: Frame, value: v.Value) -> v.Value:
    if v.is_open(value) and not isinstance(value, v.Text):
        return v.Apply("text_of", (value,))
    made = as_text(fr, value)
    return made if isinstance(made, v.Choice) else v.Text(pieces_of(made))


def _shown(fr: Frame, args: v.Arguments, here: Here) -> v.Value | None:
    value = args.positional[0] if args.positional else v.text("")
    waits = v.is_open(value) and not isinstance(value, v.Text)
    return v.Apply("text_of", (value,), "repr") if waits else as_shown(fr, value)


def _exit(fr: Frame, args: v.Arguments, here: Here) -> v.Value:
    fr.state.live = False
    return v.NONE


def _decorator_with(fr: Frame, args: v.Arguments, here: Here) -> v.Value | None:
    return args.positional[0] if len(args.positional) == 1 and isinstance(args.positional[0], (v.Func, v.Partial, v.Class)) else None


def _operator(op: str) -> Callable[[Frame, v.Arguments, Here], v.Value | None]:
    return lambda fr, args, here: binary(fr, op, *args.positional) if len(args.positional) == 2 else None


def _changing(method: str) -> Callable[[Frame, v.Arguments, Here], v.Value | None]:
    """A function that does to its first argument, a list, what a method of the list does."""

    def change(fr: Frame, args: v.Arguments, here: Here) -> v.Value | None:
        if not args.positional or not isinstance(args.positional[0], v.Ref):
            return None
        return container_method(fr, args.positional[0], method, v.Arguments(args.positional[1:], args.keywords))

    return change


def _taken(fr: Frame, args: v.Arguments, here: Here) -> v.Value | None:
    """`heappop(heap)`: any of its items."""
    held = content(fr, args.positional[0]) if args.positional else None
    return item_of_sequence(held, lost(INDEX)) if isinstance(held, v.Seq) else None


def _put_and_taken(fr: Frame, args: v.Arguments, here: Here) -> v.Value | None:
    _changing("append")(fr, args, here)
    return _taken(fr, args, here)


EFFECTS: dict[str, Callable[[Frame, v.Arguments, Here], v.Value | None]] = {
    **MAKES_CLASS, **FOR_EACH, **GROWING, **WRITTEN_CODE, **NAMESPACES,
    "functools.partial": _partial_of, "functools.partialmethod": _partial_method, "builtins.staticmethod": _static,
    "types.MethodType": _method_of, "builtins.property": _property, "builtins.classmethod": lambda fr, args, here: None,
    "builtins.getattr": _getattr, "builtins.setattr": _setter("builtins.setattr", store), "builtins.super": _super,
    **dict.fromkeys(OF_KEYWORDS, _namespace),
    "asyncio.gather": _gather, "asyncio.to_thread": _to_thread,
    "builtins.sorted": _keyed(0), "builtins.max": _keyed(0), "builtins.min": _keyed(0), "itertools.groupby": _grouped,
    "heapq.nlargest": _keyed(1), "heapq.nsmallest": _keyed(1), "atexit.register": _at_exit,
    "copy.copy": _copy, "copy.deepcopy": _copy,
    **{name: _written(name) for name in _WRITING if not name.startswith("json.")},
    **{name.replace("dumps", "loads"): _read_again for name in _WRITING},
    "dataclasses.replace": _replace_fields, "copy.replace": _replace_fields,
    **LOADING,
    "builtins.str": _string, "builtins.repr": _shown, "builtins.format": _string,
    "builtins.object.__setattr__": _setter("builtins.object.__setattr__", store_plainly),
    "builtins.type.__setattr__": _setter("builtins.type.__setattr__", store_plainly),
    "functools.wraps": _wraps, "functools.update_wrapper": _decorator_with, "functools.cache": _decorator_with,
    "functools.lru_cache": _decorator_with, "attio_scopes.identity": _decorator_with,
    "builtins.isinstance": _test("isinstance"), "builtins.callable": _test("callable"), "builtins.hasattr": _test("hasattr"),
    "operator.add": _operator("+"), "operator.concat": _operator("+"), "operator.iadd": _operator("+"), "operator.iconcat": _operator("+"),
    "operator.mod": _operator("%"), "operator.truediv": _operator("/"), "operator.or_": _operator("|"), "operator.ior": _operator("|"),
    "heapq.heappush": _changing("append"), "heapq.heappop": _taken, "heapq.heapify": _changing("sort"),
    "heapq.heappushpop": _put_and_taken, "heapq.heapreplace": _put_and_taken, "bisect.insort": _changing("append"),
    "bisect.insort_left": _changing("append"), "bisect.insort_right": _changing("append"), "random.shuffle": _changing("sort"),
    "builtins.list.append": _changing("append"), "builtins.list.extend": _changing("extend"), "builtins.dict.update": _changing("update"),
    "json.loads": lambda fr, args, here: _read_again(fr, args, here) or NAMESPACES["json.loads"](fr, args, here),
    "sys.exit": _exit, "builtins.exit": _exit, "builtins.quit": _exit, "os._exit": _exit,
}  # fmt: skip
