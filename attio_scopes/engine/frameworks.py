"""Frameworks: what they hand to functions, as far as the source says it.

Takes a function, a parameter or an object of a framework and gives the value that the framework puts there: a dependency that is
injected, an option's default, what a lifespan yields, what the project stores on an object that is handed around.
"""

from __future__ import annotations

from attio_scopes.engine.body.contexts import first_item
from attio_scopes.engine.callbacks import last_name, library_of
from attio_scopes.engine.containers import content
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import any_of
from attio_scopes.engine.domain.evidence import evidence, lost
from attio_scopes.engine.domain.pieces import is_absolute
from attio_scopes.engine.domain.values import known
from attio_scopes.engine.frame import Ask, Frame
from attio_scopes.engine.library.products import Fact
from attio_scopes.engine.project.classes import find_method
from attio_scopes.engine.summary import Here
from attio_scopes.model import facts as f
from attio_scopes.model.program import FunctionDef

# --- what is stored on an object that libraries hand around -----------------------------------------------------------------------


def shared_key(fr: Frame, holder: f.Expr, name: str) -> tuple[str, str] | None:
    """The key of an attribute or item of an object that libraries hand around: the last name of the holder, and its own.

    `app.state.http`, `request.app.state.http` and `self.app.state.http` are one; so are `app["http"]` and `request.app["http"]`. A context
    is known by what gives it, whatever it is called.
    """
    last = _context_name(fr, holder) or _own_name(fr, holder) or name_of(holder)
    return (_known_as(fr, last), name) if last is not None else None


def _own_name(fr: Frame, holder: f.Expr) -> str | None:
    """What a library calls an object that a module may have imported under another name, `from flask import g as per_request`."""
    value = fr.ask.evaluate(fr, holder) if isinstance(holder, f.Name) else None
    if not isinstance(value, v.External) or value.name.startswith("builtins."):
        return None
    return value.name.rpartition(".")[2]


def _known_as(fr: Frame, name: str) -> str:
    """The one name of an object that has several."""
    same: str = fr.ask.products.same_object.get(name, name)
    return same


def _context_name(fr: Frame, holder: f.Expr) -> str | None:
    """The name of the context that an expression is, `click.get_current_context().find_root()`; None where it is none.

    A parameter is one by the decorator of its function, or by its own annotation.
    """
    while True:
        inner = holder.func if isinstance(holder, f.Invoke) else holder
        if not isinstance(inner, f.Attr) or inner.name not in fr.ask.products.leading:
            break
        holder = inner.value
    if isinstance(holder, f.Invoke):
        return _said_of(fr, "calls", fr.ask.evaluate(fr, holder.func))
    if not isinstance(holder, f.Name) or fr.function is None:
        return None
    param = next((one for one in fr.function.facts.params if one.name == holder.id), None)
    home = Frame(fr.ask, fr.module, None, None, fr.function.owner, closed=True)
    return context_given(home, fr.function, param) if param is not None else None


def context_given(home: Frame, function: FunctionDef, param: f.Param) -> str | None:
    """The name of the context that a parameter gets, by its annotation or a decorator of its function; None where it gets none."""
    if param.annotation is not None:
        said = _said_of(home, "types", home.ask.evaluate(home, param.annotation))
        if said is not None:
            return said
    decorators = function.facts.decorators if param is function.facts.params[0] else ()
    facts = (_decorated_by(home, decorator, "context") for decorator in decorators)
    return next((str(fact.says["holder"]) for fact in facts if fact is not None), None)


def _said_of(fr: Frame, key: str, value: v.Value) -> str | None:
    fact = fr.ask.products.in_libraries("context", key, value.name) if isinstance(value, v.External) else None
    return str(fact.says["holder"]) if fact is not None else None


def _decorated_by(home: Frame, decorator: f.Expr, concept: str) -> Fact | None:
    """What is said of a decorator of a library, called or not; None where nothing is, or where it is the project's."""
    inner = decorator.func if isinstance(decorator, f.Invoke) else decorator
    last = inner.id if isinstance(inner, f.Name) else inner.name if isinstance(inner, f.Attr) else ""
    if last not in home.ask.products.names(concept) and not isinstance(inner, f.Name):  # a name may be an alias
        return None
    value = home.ask.evaluate(home, inner)
    return home.ask.products.exactly(concept, value.name) if isinstance(value, v.External) else None


def note_shared(fr: Frame, holder: f.Expr, name: str, value: v.Value) -> None:
    """Note what the project stores on such an object, if a request could be made with it.

    What a caller decides of it is kept as what the function leaves, until that is known; so is a list or mapping, with what it holds.
    """
    if v.is_open(content(fr, value) if isinstance(value, v.Ref) else value):
        key = shared_key(fr, holder, name) if may_be_sent(fr, value) else None
        if key is not None:
            fr.store((_bag(key[0]), key[1]), value)
        return
    sending = [option.value for option in v.options(value) if _could_send(fr, option.value)]
    key = shared_key(fr, holder, name) if sending else None
    if key is not None:
        if any(isinstance(one, v.Ref) for one in sending):
            fr.store((_bag(key[0]), key[1]), value)
        for one in sending:
            fr.ask.world.add(("shared", *key), v.Seq("set", (), one))


def _could_send(fr: Frame, value: v.Value) -> bool:
    if isinstance(value, v.Text):
        return is_absolute(value.pieces)
    if isinstance(value, v.Made):
        return value.name in fr.ask.models.classes or value.name in fr.ask.models.sdks or bool(evidence(value))
    if isinstance(value, (v.Ref, v.Map)):
        held = content(fr, value)
        return isinstance(held, v.Map) and any(_could_send(fr, o.value) for _, x in held.entries for o in v.options(x))
    return isinstance(value, (v.Obj, v.Func, v.Partial))


def may_be_sent(fr: Frame, value: v.Value) -> bool:
    """Whether a request could be made with something, now or once a caller has decided what waits for it."""
    return any(_may_be_sent(fr, option.value) for option in v.options(value))


def _may_be_sent(fr: Frame, value: v.Value) -> bool:
    if not v.is_open(value):
        return (isinstance(value, v.Ref) and value.kind == "dict") or _could_send(fr, value)
    if isinstance(value, v.Text) and isinstance(value.pieces[0], v.Lit):
        return ":" in value.pieces[0].text or value.pieces[0].text.isalpha()  # an address, or the beginning of one
    return not isinstance(value, (v.Lost, v.Seq))


def shared_by(fr: Frame, holder: f.Expr, name: str) -> v.Value | None:
    """What the project stores under this name on the object that an expression is."""
    key = shared_key(fr, holder, name)
    return _stored(fr, *key) if key is not None else None


def shared(fr: Frame, holder: str, name: str) -> v.Value | None:
    """What the project stores under this name on an object that libraries hand around, by the last name of that object."""
    return _stored(fr, _known_as(fr, holder), name)


def _stored(fr: Frame, holder: str, name: str) -> v.Value | None:
    held = fr.ask.world.held(("shared", holder, name))
    found = [_whole(fr, one) for option in v.options(held) for one in _rest(option.value)] if held is not None else []
    later = fr.held((_bag(holder), name))
    if later is not None:
        found += [_whole(fr, option.value) for option in v.options(later) if _could_send(fr, option.value)]
    return any_of(found) if found else None


def _bag(holder: str) -> v.External:
    """What stands for an object that is handed around, by its name."""
    return v.External(f"{v.SHARED}{holder}")


def is_for_nothing(fr: Frame, owner: v.Value, value: v.Value) -> bool:
    """Whether what a callee leaves on an object that is handed around is nothing that a request could be made with, for this caller."""
    return isinstance(owner, v.External) and owner.name.startswith(v.SHARED) and not may_be_sent(fr, value)


def places_shared(ask: Ask) -> dict[tuple[str, str], v.Value]:
    """What the project stores on objects that are handed around, by the name of the object and of the attribute."""
    found = {}
    for key, held in ask.world.heap.items():
        if isinstance(key, tuple) and len(key) == 3 and key[0] == "shared":
            found[key[1], key[2]] = held
        elif isinstance(key, tuple) and isinstance(key[0], v.External) and key[0].name.startswith(v.SHARED):
            found[key[0].name.removeprefix(v.SHARED), key[1]] = held
    return found


def _whole(fr: Frame, value: v.Value) -> v.Value:
    """An object of which a caller decides something is held for all as its callers made it: any object of its class."""
    if isinstance(value, v.Obj) and not fr.ask.world.fields(value) and fr.ask.world.objects_of(value.cls):
        return v.Obj(value.cls)
    return value


def passed_on(fr: Frame, function: FunctionDef, parameter: str) -> v.Value | None:
    """What a decorator gives a function's first parameter that passes what the project put on the context; None where it is none."""
    first = next((param.name for param in function.facts.params), None)
    if first != parameter:
        return None
    for decorator in function.facts.decorators:
        made = fr.ask.evaluate(fr, decorator) if isinstance(decorator, f.Name) else None
        cls = made.args.positional[0] if isinstance(made, v.Made) and made.args.positional else None
        if isinstance(made, v.Made) and isinstance(cls, v.Class) and fr.ask.products.exactly("passes", made.name) is not None:
            return fr.ask.any_object(cls.target)
    facts = (_decorated_by(fr, decorator, "passes") for decorator in function.facts.decorators)
    fact = next((one for one in facts if one is not None), None)
    if fact is None:
        return None
    holder, attribute = fact.says["holder"], fact.says["attribute"]
    stored = _stored(fr, holder, attribute)
    return stored if stored is not None else v.Member(lost("a library passes the argument", label=holder), attribute)


def name_of(holder: f.Expr) -> str | None:
    """The last name of what an attribute or item is read from; None for an object of the class at hand."""
    last = holder.id if isinstance(holder, f.Name) else holder.name if isinstance(holder, f.Attr) else None
    return None if last in ("self", "cls") else last


def _rest(value: v.Value) -> list[v.Value]:
    return [value.rest] if isinstance(value, v.Seq) and value.rest is not None else []


def note_lifespan(fr: Frame, server: str, args: v.Arguments) -> None:
    """What a server's lifespan yields is handed around: as a whole under an attribute of a context, or item by item on an object.

    Args:
        fr: of the construction of the server.
        server: dotted name of its class.
        args: of the construction.
    """
    products, library = fr.ask.products, server.partition(".")[0]
    facts = products.all("handed_around")
    own = [fact for fact in facts if library in fact.libraries]
    for fact in own if own or library in products.libraries else facts:
        lifespan = next((held for word in fact.words("keywords") if (held := args.keyword(word)) is not None), None)
        if lifespan is not None:
            _run_lifespan(fr, fact, lifespan)


def _run_lifespan(fr: Frame, fact: Fact, lifespan: v.Value) -> None:
    inner = Frame(fr.ask, fr.module, closed=True)
    if isinstance(lifespan, v.Func):
        fr.ask.world.registered[lifespan.target] = ("startup", lifespan.target.name)
        inner.doer = lifespan.target
    passed = v.Arguments((lost("the server passes the application", label="app"),))
    given = first_item(inner, fr.ask.call(inner, lifespan, passed, (fr.at(f.NO_SPAN),)))
    fr.ask.publish(inner)
    for holder, name in fact.says.get("context", ()):
        fr.ask.world.add(("shared", holder, name), v.Seq("set", (), given))
    held = content(inner, given) if "items_of" in fact.says else None
    for key, value in held.entries if isinstance(held, v.Map) else ():
        fr.ask.world.add(("shared", fact.says["items_of"], known(key) or ""), v.Seq("set", (), value))


# --- dependency injection ------------------------------------------------------------------------------------------------------------


def provide(fr: Frame, provider: v.Made, args: v.Arguments, here: Here) -> v.Value | None:
    """What a provider gives: a class or function called with the provider's arguments, those of the call after them."""
    said = fr.ask.products.provider_of(provider.name)
    given = provider.args.positional
    if said is None or not given:
        return None
    fact, kind = said
    if kind in fact.words("holds"):
        return given[0]
    yields = kind in fact.words("yields")
    if not yields and kind not in fact.words("makes"):
        return None
    positional = tuple(_provided(fr, value, here) for value in (*given[1:], *args.positional))
    keywords = {name: _provided(fr, value, here) for name, value in (*provider.args.keywords, *args.keywords)}
    made = fr.ask.call(fr, given[0], v.Arguments(positional, tuple(keywords.items())), here)
    return first_item(fr, made) if yields else made


def _provided(fr: Frame, value: v.Value, here: Here) -> v.Value:
    given = provide(fr, value, v.Arguments(), here) if isinstance(value, v.Made) else None
    return given if given is not None else value


def provider(fr: Frame, name: str, args: v.Arguments, here: Here) -> v.Value | None:
    """A provider when it is declared: what it will make is made once, so that its class knows its arguments."""
    if fr.ask.products.provider_of(name) is None:
        return None
    declared = v.Made(name, args)
    provide(fr, declared, v.Arguments(), here)
    return declared


def injected(fr: Frame, owner: v.Value, index: v.Value) -> v.Value | None:
    """`Provide[Container.client]` as a default: what the provider gives; None where it is something else."""
    if not isinstance(owner, v.External) or owner.name not in fr.ask.products.injected_items:
        return None
    return _provided(fr, index, (fr.at(f.NO_SPAN),))


# --- what stands where a default does -----------------------------------------------------------------------------------------------------


def declared_default(fr: Frame, default: v.Value) -> v.Value | None:
    """What a framework puts where a default stands: a dependency's value, an option's default; None where there is nothing to say."""
    if not isinstance(default, v.Made):
        return default
    if fr.ask.products.exactly("injects", default.name) is not None:
        return dependency_of(fr, default)
    fact = fr.ask.products.exactly("declares", default.name)
    return default.args.get(*fact.says["default"]) if fact is not None else default


def dependency_of(fr: Frame, marker: v.Value) -> v.Value | None:
    """What the dependency that a marker names gives, `Depends(client)`; None where it is no marker, or nothing is known of that."""
    fact = fr.ask.products.exactly("injects", marker.name) if isinstance(marker, v.Made) else None
    dependency = marker.args.get(*fact.says["function"]) if fact is not None and isinstance(marker, v.Made) else None
    if dependency is None:
        return None
    if isinstance(dependency, v.Made) or (isinstance(dependency, v.Obj) and find_method(fr.ask, dependency.cls, "__call__") is None):
        return dependency  # what a container's marker has given already: `Depends(Provide[Container.client])`
    given = first_item(fr, fr.ask.call(fr, dependency, _given_to(fr, dependency), (fr.at(f.NO_SPAN),)))
    return None if isinstance(given, v.Lost) else given


def _given_to(fr: Frame, dependency: v.Value) -> v.Arguments:
    """What a dependency is given itself, by the annotations of its parameters: what other dependencies give."""
    function = dependency.target if isinstance(dependency, v.Func) else None
    if isinstance(dependency, v.Class):
        function = find_method(fr.ask, dependency.target, "__init__")
    words: list[tuple[str, v.Value]] = []
    for param in function.facts.params if function is not None else ():
        said = param.annotation is not None and param.kind in ("positional", "keyword")
        if said and fr.ask.default(function, param.name) is None:  # type: ignore[arg-type]  # there is one; `= Depends()` gives none
            home = Frame(fr.ask, function.module, None, None, function.owner, closed=True)  # type: ignore[union-attr]  # there is one
            given = fr.ask.annotated(home, param.annotation)  # type: ignore[arg-type]  # likewise
            words += [(param.name, given)] if given is not None else []
    return v.Arguments((), tuple(words))


def is_registered(fr: Frame, function: FunctionDef) -> bool:
    """Whether a decorator hands the function to a framework: a method of an object (`@app.get`, `@mcp.tool()`), or a known one."""
    for decorator in function.facts.decorators:
        inner = decorator.func if isinstance(decorator, f.Invoke) else decorator
        if isinstance(inner, f.Attr):
            owner = fr.ask.evaluate(fr, inner.value)
            if isinstance(owner, (v.Made, v.Member)):
                return True
            if isinstance(owner, v.External) and _registers(fr, f"{owner.name}.{inner.name}"):
                return True
        elif isinstance(inner, f.Name):
            value = fr.ask.evaluate(fr, inner)
            if isinstance(value, v.External) and _registers(fr, value.name):
                return True
    return False


def _registers(fr: Frame, dotted: str) -> bool:
    return fr.ask.products.fitting("registers", dotted.partition(".")[0], dotted.rpartition(".")[2]) is not None


def given_itself(fr: Frame, function: FunctionDef) -> v.Value | None:
    """What a function is given first that a decorator declares to get its own task, `@app.task(bind=True)`; None where none does.

    Of a class of the project that the decorator names it is an object.
    """
    for decorator in function.facts.decorators:
        words = {arg.keyword: arg.value for arg in decorator.args} if isinstance(decorator, f.Invoke) else {}
        if f.Const(True) not in words.values() or not isinstance(decorator, f.Invoke):
            continue
        home = Frame(fr.ask, function.module, None, None, function.owner, closed=True)
        maker = fr.ask.evaluate(home, decorator.func)
        if isinstance(maker, (v.External, v.Made, v.Member, v.Lost)):
            fact = fr.ask.products.fitting("given_itself", library_of(maker), last_name(maker))
            if fact is not None and words.get(fact.says["keyword"]) == f.Const(True):
                base = words.get(fact.says["base"])
                cls = fr.ask.evaluate(home, base) if base is not None else None
                return fr.ask.any_object(cls.target) if isinstance(cls, v.Class) else lost("the queue passes the task", label="task")
    return None
