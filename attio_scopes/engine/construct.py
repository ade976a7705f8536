"""Construction: the object that calling a class of the project gives.

Takes a class and the arguments; makes an object of its own, runs its `__new__` and `__init__`, or fills the fields that a dataclass, a
named tuple, a model or a settings class declares.
"""

from __future__ import annotations

from attio_scopes.engine import bounds
from attio_scopes.engine.class_attributes import class_variable, enum_member, enum_members, field_default, field_spellings
from attio_scopes.engine.container_changes import container_method
from attio_scopes.engine.containers import CONTENT, MISSING, inner_of, kind_of_class
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import any_of, choose, combine
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.domain.reasons import why
from attio_scopes.engine.domain.text import put_down
from attio_scopes.engine.domain.values import known
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.handed import note_handed
from attio_scopes.engine.held import stored_names
from attio_scopes.engine.library.clients import address_given, client_of, keep_request
from attio_scopes.engine.library.settings import from_environment
from attio_scopes.engine.objects import bases_around, decorated
from attio_scopes.engine.project.classes import class_decorators, fields_of, find_method, is_enum, is_exception_class
from attio_scopes.engine.summary import Here
from attio_scopes.model import facts as f
from attio_scopes.model import fate
from attio_scopes.model.program import ANY_NAME, ClassDef


def site_of(fr: Frame, here: Here) -> v.Site:
    """Where an object is made: by which call, reached through which."""
    first = here[0]
    chain = tuple(fr.number(at.span) for at in (here[1:] if first.span[0] else here))
    site = v.Site(first.path, first.span, v.kept_of((*chain, *fr.chain), bounds.CHAIN), first.function)
    fr.make(site)
    return site


def construct(fr: Frame, callee: v.Class, args: v.Arguments, here: Here) -> v.Value:
    """Call a class of the project."""
    cls = callee.target
    fr.ask.world.ledger.note(here, fate.FOLLOWED, cls.name)
    if is_enum(fr.ask, cls) and args.positional:
        return combine([args.positional[0]], lambda one: _enum_lookup(fr, cls, one))
    if "TypedDict" in {name.rpartition(".")[2] for name in fr.ask.external_bases(cls)}:
        return _typed_dict(fr, args, here)
    new = find_method(fr.ask, cls, "__new__")
    if new is None:
        made = bare(fr, callee, args, here)
    else:
        given = fr.ask.call(fr, v.Func(new, callee, callee.scope), args, here)
        found = next((o.value for o in v.options(given) if isinstance(o.value, v.Obj)), None)
        if found is None and not isinstance(given, (v.Lost, v.Member)):
            return given
        made = found if found is not None else bare(fr, callee, args, here)
    if is_exception_class(fr.ask, cls):
        fr.store((made, "args"), v.Seq("tuple", args.positional, args.star))
    kind = kind_of_class(fr, cls)
    inits = [find_method(fr.ask, one, "__init__") for one in (cls, *bases_around(fr, made, cls))]
    init = next((one for one in inits if one is not None), None)
    if init is None and kind:
        if "builtins.tuple" not in fr.ask.external_bases(cls):  # a tuple has its items from `__new__`
            fill_content(fr, made, args)
        return made
    if init is not None:
        method = decorated(fr, init, v.Func(init, made, callee.scope))
        fr.ask.call(fr, method, args, here)
    else:
        note_handed(fr, fr.ask.external_bases(cls), args.values(), (here[0].path, here[0].lines[0]))
        _fill(fr, made, args, here)
        keep_request(fr, made, args)
    return made


def bare(fr: Frame, callee: v.Class, args: v.Arguments, here: Here) -> v.Obj:
    """What `__new__` of a library gives: an object that has what its class derives from, a text or a container, and nothing else."""
    cls = callee.target
    made = v.Obj(cls, site_of(fr, here))
    if callee.scope is not None:
        fr.store((made, "<scope>"), callee.scope)
    if args.positional and "builtins.str" in fr.ask.external_bases(cls):  # an object that is text
        fr.store((made, "value"), fr.ask.call(fr, v.External("builtins.str"), v.Arguments(args.positional[:1]), here))
    kind = kind_of_class(fr, cls)
    if kind and made.site is not None:
        inner = v.Ref(made.site, kind)
        fr.store((made, CONTENT), inner)
        fr.store(inner, v.Map(()) if kind == "dict" else v.Seq(kind, ()))
        if "builtins.tuple" in fr.ask.external_bases(cls):
            fill_content(fr, made, args)
        hook = find_method(fr.ask, cls, "__missing__")
        if hook is not None:
            fr.store((inner, MISSING), v.Func(hook, made, callee.scope))
    return made


def made_by_new(fr: Frame, args: v.Arguments, here: Here) -> v.Value | None:
    """`object.__new__(cls, …)`, `super().__new__(cls, …)`: an object of the class; None where that is not known."""
    classes = args.positional[:1]
    rest = v.Arguments(args.positional[1:], args.keywords, args.star, args.kwstar)
    made = [v.Option(o.guards, bare(fr, o.value, rest, here)) for a in classes for o in v.options(a) if isinstance(o.value, v.Class)]
    return choose(made) if made else None


def fill_content(fr: Frame, made: v.Value, args: v.Arguments) -> None:
    """Put into an object that is a list or mapping what its class is given."""
    inner = inner_of(fr, made)
    if inner is not None and (args.positional or args.keywords or args.kwstar is not None):
        container_method(fr, inner, "update" if inner.kind == "dict" else "extend", args)


def _enum_lookup(fr: Frame, cls: ClassDef, value: v.Value) -> v.Value:
    """`Kind("people")`: the member of that value; any, where it is not known."""
    members = enum_members(fr, cls)
    if v.is_open(value):
        return (
            v.Apply("text_of", (value,))
            if all(isinstance(m, v.Text) for m in members)
            else lost(why(value, "the member of the enum is only known at run time"), value)
        )
    wanted = known(value)
    for member in members:
        held = fr.ask.world.heap.get((member, "value")) if isinstance(member, v.Obj) else member
        if wanted is not None and held is not None and known(held) == wanted:
            return member
    return any_of(members) if members else value


def _typed_dict(fr: Frame, args: v.Arguments, here: Here) -> v.Value:
    made = v.Ref(site_of(fr, here), "dict")
    fr.store(made, v.Map(tuple((v.text(name), value) for name, value in args.keywords), args.kwstar))
    return made


def _fill(fr: Frame, made: v.Obj, args: v.Arguments, here: Here) -> None:
    """Fill the fields of an object whose class writes no `__init__`."""
    cls = made.cls
    fields = fields_of(fr.ask, cls)
    externals = fr.ask.external_bases(cls)
    settings = any("Settings" in external for external in externals)
    names = {name for name, _ in fields}
    position = 0
    given: dict[str, v.Value] = {}
    for name, stmt in fields:
        declared = class_variable(fr, cls, name)
        words = _words(stmt)
        value: v.Value | None = None
        if words.get("init") != f.Const(False):
            by_keyword = words.get("kw_only") == f.Const(True)
            for spelled in field_spellings(fr, cls, name, declared):
                value = value if value is not None else args.get(None if by_keyword else position, spelled)
            position += not by_keyword
            if value is None and args.open_:
                value = lost(f"`{name}` may be passed through `*` or `**`", args.star, args.kwstar, label=name)
        if value is None:
            value = _default(fr, made, name, stmt, declared, settings)
        given[name] = value
        if not _is_initial(stmt):
            fr.store((made, name), put_down(value, len(here) - 1))
    for name, value in args.keywords:
        if name not in names and externals:
            fr.store((made, name), put_down(value, len(here) - 1))
    client = client_of(fr.ask, made)
    base = address_given(client, args) if client is not None else None
    if base is not None:
        fr.store((made, "base_url"), base)
    _after(fr, made, fields, given, here)


def _words(stmt: f.Assign) -> dict[str, f.Expr]:
    if not isinstance(stmt.value, f.Invoke):
        return {}
    return {arg.keyword: arg.value for arg in stmt.value.args if arg.keyword}


def _is_initial(stmt: f.Assign) -> bool:
    """Whether a field is only handed to `__post_init__` (`InitVar`)."""
    annotation = stmt.annotation.value if isinstance(stmt.annotation, f.Item) else stmt.annotation
    return (isinstance(annotation, f.Name) and annotation.id == "InitVar") or (
        isinstance(annotation, f.Attr) and annotation.name == "InitVar"
    )


def _default(fr: Frame, made: v.Obj, name: str, stmt: f.Assign, declared: v.Value | None, settings: bool) -> v.Value:
    rules = fr.ask.products.fields
    default = field_default(fr, declared) if declared is not None else None
    if default is None:
        for method in made.cls.methods.values():
            for decorator in method.facts.decorators:
                if isinstance(decorator, f.Attr) and decorator.name in rules.default_by and decorator.value == f.Name(name):
                    default = fr.ask.call(fr, v.Func(method, made), v.Arguments(), (fr.at(f.NO_SPAN),))
    if isinstance(default, v.Made) and default.name in rules.made_by and default.args.positional:
        given = v.Arguments((made,)) if default.args.keyword(rules.made_by[default.name]) == v.Scalar(True) else v.Arguments()
        default = fr.ask.call(fr, default.args.positional[0], given, (fr.at(f.NO_SPAN),))
    if settings:
        empty = default is None or default in (v.text(""), v.NONE)
        if empty:
            return lost(f"the setting `{name}` has no default", label=name, environment=name)
        return from_environment(v.text(name), default) if isinstance(default, (v.Text, v.Choice)) else default or v.NONE
    return default if default is not None else lost(f"the field `{name}` is not given", label=name, environment=name)


def _after(fr: Frame, made: v.Obj, fields: list[tuple[str, f.Assign]], given: dict[str, v.Value], here: Here) -> None:
    """Run what a dataclass or model runs once its fields are filled."""
    rules = fr.ask.products.fields
    for hook in dict.fromkeys(("__post_init__", *rules.hooks)):
        method = find_method(fr.ask, made.cls, hook)
        if method is not None:
            extra = tuple(given[name] for name, stmt in fields if _is_initial(stmt))
            fr.ask.call(fr, v.Func(method, made), v.Arguments(extra), here)
    for method in made.cls.methods.values():
        for decorator in method.facts.decorators:
            inner = decorator.func if isinstance(decorator, f.Invoke) else decorator
            said = rules.validators.get(inner.id) if isinstance(inner, f.Name) else None
            if said is not None and isinstance(decorator, f.Invoke):
                if any(arg.value == f.Const(said) for arg in decorator.args):
                    fr.ask.call(fr, v.Func(method, made), v.Arguments(), here)


def copy_with(fr: Frame, value: v.Value, changes: tuple[tuple[str, v.Value], ...], here: Here) -> v.Value | None:
    """A copy of an object, or of `self`, with some fields changed (`dataclasses.replace`, `copy.copy`); None of anything else."""
    cls = value.cls if isinstance(value, (v.Obj, v.Param)) else None
    if cls is None or (isinstance(value, v.Param) and value.path):
        return None
    made = v.Obj(cls, site_of(fr, here))
    stored = (name for one in fr.ask.lineage(cls) for name in one.self_stores if name != ANY_NAME) if isinstance(value, v.Param) else ()
    for name in dict.fromkeys((*(name for name, _ in fields_of(fr.ask, cls)), *stored_names(fr, value), *stored)):
        fr.store((made, name), fr.ask.attribute(fr, value, name))
    for name, held in changes:
        fr.store((made, name), held)
    return made


__all__ = ["class_decorators", "construct", "copy_with", "enum_member", "site_of"]
