"""Strangers: calls of what no model describes, and which are handed Attio's address, or a path by way of an object that has it.

Takes a frame, the callee, its arguments and the place; notes a request unless the callee is known to send nothing (`rules/shown.yaml`).
Its method is what an argument says, or the name of a method that is exactly a verb; otherwise it is not known, and the reason names the
entry of `wrappers` that would settle it. Never looks at what the callee does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from attio_scopes.engine.construct import site_of
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import combine
from attio_scopes.engine.domain.evidence import HOST, lost
from attio_scopes.engine.domain.pieces import append_path, is_absolute
from attio_scopes.engine.domain.reasons import is_exception, not_said
from attio_scopes.engine.domain.text import pieces_of
from attio_scopes.engine.emit import emit, has_no_path
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.hints import dotted_names
from attio_scopes.engine.library.bases import NO_CLIENT, base_of_stranger, has_a_base, is_attio, is_of_a_response, is_silent, stands_in
from attio_scopes.engine.library.clients import as_verb, outgoing
from attio_scopes.engine.library.models import VERBS, Shape
from attio_scopes.engine.library.receivers import is_a_path
from attio_scopes.engine.library.sdk import root_of
from attio_scopes.engine.summary import Here
from attio_scopes.engine.whose import fits_an_endpoint

_METHODS = ("method", "http_method", "verb", "request_method", "httpMethod")
_PATHS = frozenset({"url", "uri", "path", "endpoint", "address", "route", "href", "resource", "target", "request_url", "location"})
_BASE = re.compile(r"base|root|host|server|prefix|domain|origin")
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
Slot = int | str


def send_stranger(fr: Frame, callee: v.Value, args: v.Arguments, here: Here) -> bool:
    """Note the request of a call of something without a model, if it is handed Attio's address; whether it is."""
    name = _name_of(callee)
    owner = callee.owner if isinstance(callee, v.Member) else v.NONE
    if _sends_nothing(fr, callee, owner, name) or not (args.positional or args.keywords):
        return False
    base = base_of_stranger(fr, owner)
    method, slot = _method_in(args)
    if method is None and base is None and name in VERBS and (not isinstance(callee, v.External) or NO_CLIENT.search(callee.name.lower())):
        return False
    found = next(_addresses(fr, args, base, slot, method is not None or name in VERBS), None)
    if found is None:
        _send_mapping(fr, args, here)
        return False
    path, url, sure = found
    if method is None and name in VERBS:
        method = v.text(name.upper())
    if method is None:
        method = lost(not_said(next(iter(dotted_names(fr.ask, callee)), ""), _verb_in(name), path), label="method")
    emit(fr, outgoing(fr, Shape("unknown"), method, url, args, owner if isinstance(owner, v.Made) else None), here)
    return sure


def send_by_any(fr: Frame, callee: v.Lost, args: v.Arguments, here: Here) -> None:
    """Note the request of a call of any of too many functions, of which some send one."""
    method, url = lost(callee.reason, label="method"), lost(callee.reason, label="value", has=HOST)
    emit(fr, outgoing(fr, Shape("unknown"), method, url, args, None), here)


def _send_mapping(fr: Frame, args: v.Arguments, here: Here) -> None:
    """Note what a mapping declares that is built like those of the libraries with a model for such."""
    for slot, value in _slots(args):
        if isinstance(value, (v.Ref, v.Map)):
            place = (None, slot) if isinstance(slot, str) else (slot, "")
            for config in dict.fromkeys(fr.ask.models.configs.values()):
                fr.ask.send_configured(fr, replace(config, library="unknown", slot=place, method_absent=""), args, here)


def made_by(fr: Frame, callee: v.Value, args: v.Arguments, here: Here) -> v.Made | None:
    """The object that a method without a model gives that is handed Attio's address: whatever it is, it has that."""
    if not isinstance(callee, v.Member) or _sends_nothing(fr, callee, callee.owner, callee.name) or not has_a_base(fr, args):
        return None
    return v.Made(next(iter(dotted_names(fr.ask, callee)), callee.name), args, site_of(fr, here))


def _name_of(callee: v.Value) -> str:
    """The last part of the name of what is called."""
    if isinstance(callee, (v.External, v.Made)):
        return callee.name.rpartition(".")[2]
    return callee.name if isinstance(callee, v.Member) else callee.label if isinstance(callee, v.Lost) else ""


def _sends_nothing(fr: Frame, callee: v.Value, owner: v.Value, name: str) -> bool:
    """Whether the callee is known to show, keep, check or answer what it is given, or comes out of what does."""
    silent = fr.ask.models.silent
    if name.startswith("__") and name != "__call__":
        return True  # what an operator stands for
    plain = name.lstrip("_")
    if name not in VERBS and (plain in silent.names or is_exception(name) or plain.partition("_")[0] in silent.first_words):
        return True
    root, _ = root_of(owner if isinstance(callee, v.Member) else callee)
    if isinstance(root, (v.Text, v.Scalar, v.Func, v.Class, v.ModuleValue)):
        return True
    if stands_in(fr, root) or is_silent(fr, root) or is_of_a_response(root):
        return True
    named = callee.name.rpartition(".")[0] if isinstance(callee, v.External) else root.label if isinstance(root, v.Lost) else ""
    return NO_CLIENT.search(named.lower()) is not None


def _method_in(args: v.Arguments) -> tuple[v.Value | None, Slot | None]:
    """The argument that is the HTTP method, and where it stands: one that is named so, or that is exactly a verb."""
    for name in _METHODS:
        given = args.keyword(name)
        if given is not None and given != v.NONE:
            return (as_verb(given) or given), name
    for slot, value in _slots(args):
        verb = as_verb(value)
        if verb is not None:
            return verb, slot
    return None, None


def _slots(args: v.Arguments) -> Iterator[tuple[Slot, v.Value]]:
    yield from enumerate(args.positional)
    yield from args.keywords


def _addresses(fr: Frame, args: v.Arguments, base: v.Value | None, method: Slot | None, verb: bool) -> Iterator[tuple[Slot, v.Value, bool]]:
    """The arguments that are a URL of Attio's, or a path after the base: where they stand, and whether no caller decides the host.

    Args:
        fr: of the caller.
        args: the arguments.
        base: the address that the object has, or None.
        method: where the HTTP method stands.
        verb: whether a method is known: then a path may be one that only run time or a caller knows.
    """
    for slot, value in _slots(args):
        if slot == method or slot in fr.ask.models.silent.keywords or _BASE.search(str(slot)):
            continue
        if any((is_attio(fr, o.value) and not has_no_path(o.value)) or _begins_with_a_setting(o.value) for o in v.options(value)):
            yield slot, value, True
        elif not fr.closed and any(_waits_for_its_base(option.value) for option in v.options(value)):
            yield slot, value, False
        elif base is not None and (slot in _PATHS or not isinstance(slot, str)) and not _is_absolute(value):
            whole = combine([base, value], lambda one, path: v.Text(append_path(pieces_of(one), pieces_of(path))))
            if _begins_with_a_slash(value) if _is_known_by_evidence(base) else _is_path(fr, value, whole, args, verb):
                yield slot, whole, True


def _begins_with_a_setting(value: v.Value) -> bool:
    """Whether a value is a path behind a setting that is named for Attio."""
    first = _before_a_path(value)
    return first is not None and first.term is None and ("attio" in first.environment.lower() or first.evidence == HOST)


def _waits_for_its_base(value: v.Value) -> bool:
    """Whether a value is a path behind an address that a caller decides."""
    first = _before_a_path(value)
    return first is not None and first.term is not None


def _before_a_path(value: v.Value) -> v.Gap | None:
    pieces = value.pieces if isinstance(value, v.Text) else ()
    if len(pieces) < 2 or not isinstance(pieces[0], v.Gap) or not isinstance(pieces[1], v.Lit) or not pieces[1].text.startswith("/"):
        return None
    return pieces[0]


def _is_absolute(value: v.Value) -> bool:
    return any(is_absolute(pieces_of(option.value)) for option in v.options(value))


def _is_path(fr: Frame, value: v.Value, whole: v.Value, args: v.Arguments, verb: bool) -> bool:
    """Whether an argument of an Attio object's method is a path: it begins with a slash, leads to an endpoint, or nothing else can be."""
    options = [option.value for option in v.options(value)]
    if any(not isinstance(one, (v.Text, v.Param, v.Apply, v.Result, v.Lost, v.Member)) for one in options):
        return False
    if any(isinstance(one, v.Text) and one.pieces and isinstance(one.pieces[0], v.Lit) for one in options):
        begins = all(pieces_of(one)[0].text.startswith("/") for one in options if _is_literal(one))  # type: ignore[union-attr]  # a literal
        fits = any(fits_an_endpoint(fr.ask.templates, pieces_of(option.value)) for option in v.options(whole))
        return begins or fits or (verb and is_a_path(value, args))
    return verb


def _is_known_by_evidence(base: v.Value) -> bool:
    """Whether nothing is known of an object but that it has something of Attio: a mapping may have that as well."""
    return isinstance(base, v.Text) and isinstance(base.pieces[0], v.Gap)


def _begins_with_a_slash(value: v.Value) -> bool:
    firsts = [pieces_of(option.value)[:1] for option in v.options(value)]
    return any(isinstance(piece, v.Lit) and piece.text.startswith("/") for pieces in firsts for piece in pieces)


def _is_literal(value: v.Value) -> bool:
    return isinstance(value, v.Text) and bool(value.pieces) and isinstance(value.pieces[0], v.Lit)


def _verb_in(name: str) -> str:
    """The HTTP method that a name suggests."""
    words = [word.lower() for word in _WORDS.findall(name)]
    return next((word.upper() for word in words if word in VERBS), "GET")
