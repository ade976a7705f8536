"""Frameworks: what they hand to functions, as far as the source says it.

Takes a function, a parameter or an object of a framework and gives the value that the framework puts there: a dependency that is
injected, an option's default, what a lifespan yields, what the project stores on an object that is handed around.
"""

from __future__ import annotations

import re

from attio_scopes.engine.body.contexts import first_item
from attio_scopes.engine.construct import site_of
from attio_scopes.engine.containers import content, iterate
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import any_of, choose
from attio_scopes.engine.domain.evidence import evidence, lost
from attio_scopes.engine.domain.pieces import is_absolute
from attio_scopes.engine.domain.values import known
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.summary import Here
from attio_scopes.model import facts as f
from attio_scopes.model.program import FunctionDef

# --- what is stored on an object that libraries hand around -----------------------------------------------------------------------

_ALIASES = {"current_app": "app", "application": "app", "_app": "app", "_bot": "bot", "context": "ctx"}


def shared_key(holder: f.Expr, name: str) -> tuple[str, str] | None:
    """The key of an attribute or item of an object that libraries hand around: the last name of the holder, and its own.

    `app.state.http`, `request.app.state.http` and `self.app.state.http` are one; so are `app["http"]` and `request.app["http"]`.
    """
    last = holder.id if isinstance(holder, f.Name) else holder.name if isinstance(holder, f.Attr) else None
    return (_ALIASES.get(last, last), name) if last is not None and last not in ("self", "cls") else None


def note_shared(fr: Frame, holder: f.Expr, name: str, value: v.Value) -> None:
    """Note what the project stores on such an object, if a request could be made with it."""
    key = shared_key(holder, name)
    if key is None or v.is_open(value):
        return
    for option in v.options(value):
        if _could_send(fr, option.value):
            fr.ask.world.add(("shared", *key), v.Seq("set", (), option.value))


def _could_send(fr: Frame, value: v.Value) -> bool:
    if isinstance(value, v.Text):
        return is_absolute(value.pieces)
    if isinstance(value, v.Made):
        return value.name in fr.ask.models.classes or value.name in fr.ask.models.sdks or bool(evidence(value))
    if isinstance(value, (v.Ref, v.Map)):
        held = content(fr, value)
        return isinstance(held, v.Map) and any(_could_send(fr, x) for _, x in held.entries)
    return isinstance(value, (v.Obj, v.Func, v.Partial))


def shared(fr: Frame, holder: str, name: str) -> v.Value | None:
    """What the project stores under this name on an object that libraries hand around, by the last name of that object."""
    held = fr.ask.world.held(("shared", _ALIASES.get(holder, holder), name))
    if held is None:
        return None
    found = [_whole(fr, one) for option in v.options(held) for one in _rest(option.value)]
    return any_of(found) if found else None


def _whole(fr: Frame, value: v.Value) -> v.Value:
    """An object of which a caller decides something is held for all as its callers made it: any object of its class."""
    if isinstance(value, v.Obj) and not fr.ask.world.fields(value) and fr.ask.world.objects_of(value.cls):
        return v.Obj(value.cls)
    return value


def passed_on(fr: Frame, function: FunctionDef, parameter: str) -> v.Value | None:
    """What click's `pass_obj` gives a function's first parameter: what the project put on the context; None where it is none."""
    first = next((param.name for param in function.facts.params), None)
    if first != parameter or not any(isinstance(d, (f.Name, f.Attr)) and name_of(d) == "pass_obj" for d in function.facts.decorators):
        return None
    return shared(fr, "ctx", "obj")


def name_of(holder: f.Expr) -> str | None:
    """The last name of what an attribute or item is read from; None for an object of the class at hand."""
    last = holder.id if isinstance(holder, f.Name) else holder.name if isinstance(holder, f.Attr) else None
    return None if last in ("self", "cls") else last


def _rest(value: v.Value) -> list[v.Value]:
    return [value.rest] if isinstance(value, v.Seq) and value.rest is not None else []


def note_lifespan(fr: Frame, lifespan: v.Value) -> None:
    """What a server's lifespan yields is its context: MCP servers hand it around as `lifespan_context`, ASGI ones as the state."""
    inner = Frame(fr.ask, fr.module, closed=True)
    if isinstance(lifespan, v.Func):
        fr.ask.world.registered[lifespan.target] = ("startup", lifespan.target.name)
        inner.doer = lifespan.target
    given = first_item(
        inner, fr.ask.call(inner, lifespan, v.Arguments((lost("the server passes the application", label="app"),)), (fr.at(f.NO_SPAN),))
    )
    fr.ask.publish(inner)
    fr.ask.world.add(("shared", "request_context", "lifespan_context"), v.Seq("set", (), given))
    held = content(inner, given)
    for key, value in held.entries if isinstance(held, v.Map) else ():
        fr.ask.world.add(("shared", "state", known(key) or ""), v.Seq("set", (), value))


# --- dependency injection ------------------------------------------------------------------------------------------------------------

_PROVIDERS = ("dependency_injector.providers.", "dependency_injector.containers.providers.")
_MAKERS = frozenset(
    {"Factory", "Singleton", "ThreadSafeSingleton", "ThreadLocalSingleton", "ContextLocalSingleton", "AbstractFactory", "Callable",
     "Coroutine", "Resource"}
)  # fmt: skip
_INJECTED = frozenset({"dependency_injector.wiring.Provide", "dependency_injector.wiring.Closing"})


def is_provider(value: v.Value) -> bool:
    """Whether something is a provider of a dependency-injection container."""
    return isinstance(value, v.Made) and value.name.startswith(_PROVIDERS)


def provide(fr: Frame, provider: v.Made, args: v.Arguments, here: Here) -> v.Value | None:
    """What a provider gives: a class or function called with the provider's arguments, those of the call after them."""
    if not is_provider(provider):
        return None
    kind = provider.name.rpartition(".")[2]
    given = provider.args.positional
    if kind == "Object" and given:
        return given[0]
    if kind not in _MAKERS or not given:
        return None
    positional = tuple(_provided(fr, value, here) for value in (*given[1:], *args.positional))
    keywords = {name: _provided(fr, value, here) for name, value in (*provider.args.keywords, *args.keywords)}
    made = fr.ask.call(fr, given[0], v.Arguments(positional, tuple(keywords.items())), here)
    return first_item(fr, made) if kind == "Resource" else made


def _provided(fr: Frame, value: v.Value, here: Here) -> v.Value:
    given = provide(fr, value, v.Arguments(), here) if isinstance(value, v.Made) else None
    return given if given is not None else value


def provider(fr: Frame, name: str, args: v.Arguments, here: Here) -> v.Value | None:
    """A provider when it is declared: what it will make is made once, so that its class knows its arguments."""
    if not name.startswith(_PROVIDERS):
        return None
    declared = v.Made(name, args)
    provide(fr, declared, v.Arguments(), here)
    return declared


def injected(fr: Frame, owner: v.Value, index: v.Value) -> v.Value | None:
    """`Provide[Container.client]` as a default: what the provider gives; None where it is something else."""
    if not isinstance(owner, v.External) or owner.name not in _INJECTED:
        return None
    return _provided(fr, index, (fr.at(f.NO_SPAN),))


# --- options of commands ---------------------------------------------------------------------------------------------------------------

_OPTIONS = ("click.option", "click.argument", "rich_click.option", "rich_click.argument", "asyncclick.option", "asyncclick.argument")


def parser_method(fr: Frame, owner: v.Made, name: str, args: v.Arguments, here: Here) -> v.Value | None:
    """A method of an argparse parser: what declares an option, and what gives the options' values."""
    if owner.name != "argparse.ArgumentParser":
        return None
    if name == "add_argument":
        words = [word for word in (known(arg) for arg in args.positional) if word]
        dest = args.keyword("dest")
        option = known(dest) if dest is not None else _destination(words)
        value = _option(fr, option or "", args.keyword("default"), args.keyword("choices"))
        if option and value is not None:
            fr.store((owner, f"<option>{option}"), value)
            names = fr.held((owner, "<options>")) or v.Seq("tuple", ())
            if isinstance(names, v.Seq):
                fr.store((owner, "<options>"), v.Seq("tuple", (*names.items, v.text(option))))
        return v.NONE
    if name == "set_defaults":
        for word, value in args.keywords:
            fr.store((owner, f"<option>{word}"), value)
            names = fr.held((owner, "<options>")) or v.Seq("tuple", ())
            if isinstance(names, v.Seq):
                fr.store((owner, "<options>"), v.Seq("tuple", (*names.items, v.text(word))))
            entry = fr.ask.entry_rules.of_call(v.Member(owner, name), args, value.target) if isinstance(value, v.Func) else None
            if entry is not None and isinstance(value, v.Func):
                fr.ask.world.registered[value.target] = entry
        return v.NONE
    if name in ("parse_args", "parse_known_args"):
        made = v.Made("argparse.Namespace", v.Arguments(), site_of(fr, here))
        options = fr.held((owner, "<options>"))
        for one in options.items if isinstance(options, v.Seq) else ():
            held = fr.held((owner, f"<option>{known(one)}"))
            if held is not None:
                fr.store((made, known(one) or ""), held)
        return (
            made
            if name == "parse_args"
            else v.Seq("tuple", (made, lost("the arguments that the parser leaves are only known at run time")))
        )
    return None


def declared_by_click(fr: Frame, function: FunctionDef, parameter: str) -> v.Value | None:
    """What a click decorator says of a function's parameter: its default or its choices; None where none does."""
    for decorator in function.facts.decorators:
        if not isinstance(decorator, f.Invoke) or not any(arg.keyword in ("default", "type") for arg in decorator.args):
            continue
        callee = fr.ask.evaluate(fr, decorator.func)
        if not isinstance(callee, v.External) or callee.name not in _OPTIONS:
            continue
        words = [arg.value for arg in decorator.args if arg.keyword is None]
        names = [word.value for word in words if isinstance(word, f.Const) and isinstance(word.value, str)]
        plain = [name for name in names if name.isidentifier()]
        if parameter != (plain[0].lower() if plain else _destination(names)):
            continue
        given = {arg.keyword: fr.ask.evaluate(fr, arg.value) for arg in decorator.args if arg.keyword in ("default", "type")}
        kind = given.get("type")
        listed = kind.args.get(0, "choices") if isinstance(kind, v.Made) and kind.name.endswith(".Choice") else None
        return _option(fr, parameter, given.get("default"), listed)
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


# --- what stands where a default does -----------------------------------------------------------------------------------------------------

_DECLARED = frozenset({"Option", "Argument", "Query", "Header", "Cookie", "Form", "Body", "Path"})


def declared_default(fr: Frame, default: v.Value) -> v.Value | None:
    """What a framework puts where a default stands: a dependency's value, an option's default; None where there is nothing to say."""
    if not isinstance(default, v.Made):
        return default
    name = default.name.rpartition(".")[2]
    if name in ("Depends", "Security") and default.args.positional:
        dependency = default.args.positional[0]
        if isinstance(dependency, (v.Made, v.Obj)):  # `Depends(Provide[Container.client])`
            return dependency
        given = first_item(fr, fr.ask.call(fr, dependency, v.Arguments(), (fr.at(f.NO_SPAN),)))
        return None if isinstance(given, v.Lost) else given
    if name in _DECLARED:
        return default.args.get(0, "default")
    return default


_REGISTERS = frozenset({"command", "group", "http", "cloud_event", "task", "shared_task", "tool", "flow", "asset", "op", "function"})


def is_registered(fr: Frame, function: FunctionDef) -> bool:
    """Whether a decorator hands the function to a framework: a method of an object (`@app.get`, `@mcp.tool()`), or a known one."""
    for decorator in function.facts.decorators:
        inner = decorator.func if isinstance(decorator, f.Invoke) else decorator
        if isinstance(inner, f.Attr):
            owner = fr.ask.evaluate(fr, inner.value)
            if isinstance(owner, (v.Made, v.Member)) or (isinstance(owner, v.External) and inner.name in _REGISTERS):
                return True
        elif isinstance(inner, f.Name):
            value = fr.ask.evaluate(fr, inner)
            if isinstance(value, v.External) and value.name.rpartition(".")[2] in _REGISTERS:
                return True
    return False


IS_ADDRESS = re.compile(r"^https?://")
