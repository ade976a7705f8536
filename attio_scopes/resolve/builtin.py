"""Known functions: those of the standard library and of settings libraries that shape text, settings and calls.

`FUNCTIONS` maps a dotted name to a function of (machine, arguments, frame, span) that gives a value, or None to have the call
treated as any other. Each is a fact about a library; none is a fact about Attio.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote

from attio_scopes.model import facts as f
from attio_scopes.model import values as v
from attio_scopes.model.path import Hole, Literal
from attio_scopes.resolve.command_options import parsed
from attio_scopes.resolve.kinds import is_callable, is_instance
from attio_scopes.resolve.machine import Frame, Machine
from attio_scopes.resolve.operators import as_text
from attio_scopes.resolve.pieces import merge, reference
from attio_scopes.resolve.sequences import chained_mappings, enumerated, mapping, product, sequence, zipped
from attio_scopes.resolve.split_urls import parts_of, split, split_method
from attio_scopes.resolve.text import brace_format, combine, join, known, level_of, leveled, pieces_of, text_method, url_of, with_the_rest
from attio_scopes.resolve.url_objects import unsplit, url_object

Known = Callable[[Machine, v.Arguments, Frame, f.Span], "v.Value | None"]


def from_environment(name: v.Value | None, default: v.Value | None) -> v.Value:
    """What reading an environment variable gives: its default, marked with the variable's name; else something unknown."""
    variable = known(name) if name is not None else None
    label = (variable or "variable").lower()
    if default is None or default == v.NONE:
        return v.Unknown(f"the environment variable {variable or '(unknown)'} has no default", label, variable or label)

    def one(parts: object) -> v.Value:
        value = parts[0]  # type: ignore[index]  # combine gives a sequence
        if isinstance(value, v.Text) and value.pieces:
            return v.Text(tuple(Literal(p.text, p.level, variable or "") if isinstance(p, Literal) else p for p in value.pieces))
        if isinstance(value, v.Text):
            return v.Unknown(f"the environment variable {variable or '(unknown)'} is empty by default", label, variable or label)
        found: v.Value = value
        return found

    return combine([default], one)


def _getenv(machine: Machine, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value:
    default = args.get(1, "default")
    if default is None:
        cast = args.keyword("cast")
        default = None if cast is not None else default
    return from_environment(args.get(0, "key") or args.get(0, "name"), default)


def _airflow_variable(machine: Machine, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value:
    return from_environment(args.get(0, "key"), args.get(1, "default_var") or args.keyword("default"))


def _urljoin(machine: Machine, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value | None:
    base, url = args.get(0, "base"), args.get(1, "url")
    if base is None or url is None:
        return None
    return combine([base, url], lambda parts: v.Text(reference(pieces_of(parts[0]), pieces_of(parts[1]))))


def _quote(machine: Machine, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value | None:
    value = args.get(0, "string")
    safe = args.get(1, "safe")
    if value is None:
        return None
    closed = safe is not None and known(safe) == ""

    def one(parts: object) -> v.Value:
        pieces = pieces_of(parts[0])  # type: ignore[index]  # combine gives a sequence
        return v.Text(
            tuple(
                Hole(p.label, p.origin, closed or p.single, p.parameter, p.level, p.environment)
                if isinstance(p, Hole)
                else Literal(quote(p.text, safe="" if closed else "/:"), p.level, p.environment)
                for p in pieces
            )
        )

    return combine([value], one)


def _urlencode(machine: Machine, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value:
    given = args.get(0, "query")
    if isinstance(given, v.Dict) and given.complete and all(known(key) for key, _ in given.entries):
        parts: list[v.Value] = []
        for number, (key, value) in enumerate(given.entries):
            parts.append(v.text(("&" if number else "") + (known(key) or "") + "="))
            parts.append(v.Unknown("a query value", known(key) or "value", single=True) if known(value) is None else value)
        return join(parts)
    return v.Unknown("a query that is built elsewhere", "query", single=True)


def _path_join(machine: Machine, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value:
    spread: list[v.Value] = []
    for number, part in enumerate(args.positional):
        if number and not (spread and _ends_with_slash(spread[-1])):
            spread.append(v.text("/"))
        spread.append(part)
    return with_the_rest(join(spread), args)


def _ends_with_slash(value: v.Value) -> bool:
    return (
        isinstance(value, v.Text) and bool(value.pieces) and isinstance(value.pieces[-1], Literal) and value.pieces[-1].text.endswith("/")
    )


def _str(machine: Machine, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value:
    if not args.positional:
        return v.text("")
    return combine(
        [as_text(machine, args.positional[0], frame)],
        lambda parts: parts[0] if isinstance(parts[0], v.Parameter) else v.Text(merge(pieces_of(parts[0]))),
    )


def _same(machine: Machine, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value | None:
    return args.positional[0] if args.positional else None


def _second(machine: Machine, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value | None:
    return args.positional[1] if len(args.positional) > 1 else None


def _partial(machine: Machine, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value | None:
    if not args.positional:
        return None
    return v.Partial(args.positional[0], v.Arguments(args.positional[1:], args.keywords, args.open_))


def _getattr(machine: Machine, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value | None:
    if len(args.positional) < 2:
        return None
    default = args.positional[2] if len(args.positional) > 2 else None
    owner, name = args.positional[0], args.positional[1]
    found = []
    for option in v.options(name):
        text = known(option.value)
        if text is None:
            hole = pieces_of(option.value)[0] if pieces_of(option.value) else Hole("name")
            found.append(
                v.Option(
                    option.guards, v.Member(v.Items("dynamic", (owner, option.value)), hole.label if isinstance(hole, Hole) else "name")
                )
            )
            continue
        value = machine.attribute(owner, text, frame)
        if default is not None and isinstance(value, v.External) and not value.name.startswith("builtins"):
            value = from_environment(v.text(text), default) if isinstance(default, v.Text) else value
        elif default is not None and isinstance(value, v.Unknown):
            value = default
        found.append(v.Option(option.guards, value))
    return v.choose(found)


def _next(machine: Machine, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value | None:
    value = args.positional[0] if args.positional else None
    return v.choose(v.Option(v.NO_GUARDS, item) for item in value.items) if isinstance(value, v.Items) and value.items else None


def _map(machine: Machine, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value | None:
    if len(args.positional) < 2:
        return None
    items = sequence(machine, v.Arguments(args.positional[1:2]), frame, span)
    if not isinstance(items, v.Items):
        return None
    given = tuple(machine.call(args.positional[0], v.Arguments((item,)), frame, span) for item in items.items)
    return v.Items("list", given, items.complete)


def _gather(machine: Machine, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value:
    return v.Items("list", args.positional, not args.open_)


def _to_thread(machine: Machine, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value | None:
    if not args.positional:
        return None
    return machine.call(args.positional[0], v.Arguments(args.positional[1:], args.keywords, args.open_), frame, span)


def _super(machine: Machine, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value | None:
    if frame.owner is None or frame.bound is None:
        return None
    return v.Super(frame.bound, frame.owner)


def _namespace(machine: Machine, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value:
    return v.Made("types.SimpleNamespace", v.Arguments(), args.keywords)


def _truth_unknown(machine: Machine, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value:
    return v.Unknown("a test that is not known")


def _substitute(template: v.Value, args: v.Arguments) -> v.Value:
    """`string.Template(...).substitute(...)` as the brace format that it amounts to."""
    literal = known(template)
    if literal is None:
        return v.Unknown("a template that is not known", "text")
    braced = re.sub(
        r"\$(?:(\w+)|\{(\w+)\})",
        lambda m: "{" + (m.group(1) or m.group(2)) + "}",
        literal.replace("{", "{{").replace("}", "}}").replace("${{", "${"),
    )
    return brace_format(leveled(braced.replace("$$", "$"), template), args)


def _replaced_by_pattern(machine: Machine, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value:
    """What a regular expression makes of a text is not followed, but it is decided where the text is."""
    subject = args.get(2, "string")
    level = level_of(subject) if subject is not None else 0
    return v.Unknown("a regular expression makes it", "text", level=level)


def _replace_fields(machine: Machine, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value | None:
    value = args.positional[0] if args.positional else None
    if not isinstance(value, v.Instance):
        return None
    return v.Instance(value.cls, value.args, (*value.stores, *args.keywords))


def _len(machine: Machine, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value | None:
    value = args.positional[0] if args.positional else None
    return v.Scalar(len(value.items)) if isinstance(value, v.Items) and value.complete else None


def _type(machine: Machine, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value | None:
    value = args.positional[0] if args.positional else None
    return v.Class(value.cls) if isinstance(value, v.Instance) else None


def _unsplit(machine: Machine, args: v.Arguments, frame: Frame, span: f.Span) -> v.Value | None:
    parts = parts_of(args.positional[0]) if args.positional else None
    return unsplit(v.Arguments((parts,)) if parts is not None else args)


FUNCTIONS: dict[str, Known] = {
    "os.getenv": _getenv,
    "os.environ.get": _getenv,
    "os.environ.setdefault": _getenv,
    "os.environ.pop": _getenv,
    "decouple.config": _getenv,
    "decouple.AutoConfig": lambda m, a, fr, s: v.External("decouple.config"),
    "environ.get": _getenv,
    "airflow.models.Variable.get": _airflow_variable,
    "airflow.sdk.Variable.get": _airflow_variable,
    "urllib.parse.urljoin": _urljoin,
    "urllib.parse.quote": _quote,
    "urllib.parse.quote_plus": _quote,
    "requests.compat.urljoin": _urljoin,
    "requests.compat.quote": _quote,
    "requests.utils.quote": _quote,
    "urllib.parse.urlencode": _urlencode,
    "posixpath.join": _path_join,
    "os.path.join": _path_join,
    "httpx.URL": lambda m, a, fr, s: url_object(a),
    "yarl.URL": lambda m, a, fr, s: url_object(a),
    "yarl.URL.build": lambda m, a, fr, s: url_object(a),
    "furl.furl": lambda m, a, fr, s: url_object(a),
    "builtins.str": _str,
    "builtins.repr": lambda m, a, fr, s: None,
    "builtins.getattr": _getattr,
    "builtins.setattr": lambda m, a, fr, s: v.NONE,
    "builtins.super": _super,
    "builtins.list": sequence,
    "builtins.tuple": sequence,
    "builtins.set": sequence,
    "builtins.frozenset": sequence,
    "builtins.sorted": sequence,
    "builtins.reversed": sequence,
    "builtins.iter": sequence,
    "collections.deque": sequence,
    "builtins.enumerate": enumerated,
    "builtins.zip": zipped,
    "itertools.product": product,
    "pathlib.PurePosixPath": _path_join,
    "pathlib.PurePath": _path_join,
    "builtins.dict": mapping,
    "collections.ChainMap": chained_mappings,
    "builtins.next": _next,
    "builtins.anext": _next,
    "builtins.map": _map,
    "re.sub": _replaced_by_pattern,
    "builtins.staticmethod": lambda m, a, fr, s: v.Partial(a.positional[0], v.Arguments((), (), False, True)) if a.positional else None,
    "functools.partialmethod": _partial,
    "dataclasses.replace": _replace_fields,
    "copy.replace": _replace_fields,
    "attrs.evolve": _replace_fields,
    "attr.evolve": _replace_fields,
    "builtins.len": _len,
    "builtins.type": _type,
    "urllib.parse.urlunparse": _unsplit,
    "urllib.parse.urlunsplit": _unsplit,
    "urllib.parse.urlsplit": lambda m, a, fr, s: split("urllib.parse.urlsplit", a),
    "urllib.parse.urlparse": lambda m, a, fr, s: split("urllib.parse.urlparse", a),
    "builtins.isinstance": is_instance,
    "builtins.callable": is_callable,
    "builtins.hasattr": _truth_unknown,
    "builtins.bool": lambda m, a, fr, s: a.positional[0] if a.positional else v.Scalar(False),
    "functools.partial": _partial,
    "functools.wraps": lambda m, a, fr, s: v.External("attio_scopes.identity"),
    "attio_scopes.identity": _same,
    "typing.cast": _second,
    "copy.copy": _same,
    "copy.deepcopy": _same,
    "contextlib.closing": _same,
    "contextlib.nullcontext": _same,
    "contextlib.aclosing": _same,
    "asyncio.gather": _gather,
    "asyncio.run": _same,
    "asyncio.wait_for": _same,
    "asyncio.shield": _same,
    "asyncio.create_task": _same,
    "asyncio.ensure_future": _same,
    "asyncio.to_thread": _to_thread,
    "anyio.to_thread.run_sync": _to_thread,
    "anyio.run": _to_thread,
    "asgiref.sync.sync_to_async": _same,
    "asgiref.sync.async_to_sync": _same,
    "starlette.concurrency.run_in_threadpool": _to_thread,
    "fastapi.concurrency.run_in_threadpool": _to_thread,
    "types.SimpleNamespace": _namespace,
    "types.MappingProxyType": _same,
    "importlib.import_module": lambda m, a, fr, s: _import_module(m, a, fr),
}
_SETTINGS = frozenset({"environs.Env", "environ.Env", "starlette.config.Config", "decouple.Config"})
_READERS = frozenset({"str", "url", "get", "__call__", "json", "list"})


def _import_module(machine: Machine, args: v.Arguments, frame: Frame) -> v.Value:
    name = known(args.positional[0]) if args.positional else None
    if name is None:
        return v.Unknown("a module that is chosen at run time", "module")
    level = len(name) - len(name.lstrip("."))
    found = machine.program.find(frame.module, name.lstrip("."), level)
    if found is None:
        return v.External(name)
    return v.Folder(found) if isinstance(found, tuple) else v.ModuleValue(found)


def _context_variable(machine: Machine, owner: v.Made, name: str, args: v.Arguments) -> v.Value | None:
    """`variable.set(x)` and `variable.get()`: what is set anywhere, or the default."""
    label = owner.args.get(0, "name")
    key = ("ContextVar", known(label) or "") if label is not None else None
    if key is None:
        return None
    if name == "set" and args.positional:
        machine.gathered.note_shared(key, args.positional[0])
        return None
    default = owner.args.keyword("default") or args.get(0, "default")
    found = [*([default] if default is not None and default != v.NONE else []), *machine.known.shared.get(key, ())]
    return v.choose(v.Option(v.NO_GUARDS, held) for held in found) if found else None


def made_method(machine: Machine, owner: v.Made, name: str, args: v.Arguments) -> v.Value | None:
    """A method of an object that a known library function gave; None where nothing is known of it."""
    if owner.name in _SETTINGS and name in _READERS:
        return from_environment(args.get(0, "key"), args.get(1, "default"))
    if owner.name == "argparse.ArgumentParser" and name in ("parse_args", "parse_known_args"):
        given = parsed(owner)
        return given if name == "parse_args" else v.Items("tuple", (given, v.Unknown("arguments that are not known", "rest")))
    if name in ("unicode_string", "encoded_string", "__str__") and not args.positional:
        return url_of(owner)
    if name == "validate_python" and owner.name.endswith("TypeAdapter"):
        return args.get(0, "object")
    if name in ("_replace", "geturl"):
        return split_method(owner, name, args)
    if owner.name == "string.Template" and name in ("substitute", "safe_substitute") and owner.args.positional:
        return _substitute(owner.args.positional[0], args)
    if owner.name == "contextvars.ContextVar" and name in ("get", "set"):
        return _context_variable(machine, owner, name, args)
    if name in ("enter_context", "enter_async_context") and owner.name in ("contextlib.ExitStack", "contextlib.AsyncExitStack"):
        entered = args.positional[0] if args.positional else None
        items = entered.items if isinstance(entered, v.Items) and entered.kind == "generator" else ()
        return v.choose(v.Option(v.NO_GUARDS, item) for item in items) if items else entered
    return None


__all__ = ["FUNCTIONS", "from_environment", "made_method", "text_method"]
