"""Requests: from a call of a client to a request, and from a request to the site that it belongs to.

Takes the values of method and URL at an HTTP call and notes a site, or an escape for a caller. A request is Attio's because of
its host, or because the base that stands for the host is named so; never because of a method's name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from attio_scopes.model import facts as f
from attio_scopes.model import values as v
from attio_scopes.model.beginnings import TOO_LARGE, TOO_MANY, TOO_OFTEN
from attio_scopes.model.call import Frame as CallFrame
from attio_scopes.model.call import Reading
from attio_scopes.model.path import Hole, Literal, Piece, UrlShape, take_apart
from attio_scopes.model.program import FunctionDef
from attio_scopes.resolve.machine import Escape, Frame, Machine, SiteRecord, is_beyond
from attio_scopes.resolve.text import MORE, environment_of, known, names_an_address, pieces_of

API_HOST = "api.attio.com"


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A request about to leave: possible methods and URLs, and what is known of it besides."""

    client: str
    method: v.Value
    url: v.Value
    query_keys: frozenset[str] | None
    body_keys: frozenset[str] | None
    credentials: tuple[str, ...]


def send(machine: Machine, frame: Frame, span: f.Span, out: Outgoing) -> None:
    """Note every reading of a request: at the call at hand, or as an escape for the callers."""
    urls = v.options(out.url)
    for method_option in v.options(out.method):
        for url_option in urls:
            if len(urls) > 1 and _has_no_path(url_option.value):
                continue
            held = method_option.guards | url_option.guards
            if not v.consistent(method_option.guards, url_option.guards) or not v.consistent(held, frame.guards):
                continue
            _send_one(machine, frame, span, out, method_option.value, url_option.value)


def _has_no_path(url: v.Value) -> bool:
    """Whether a URL is the bare base: what a loop over nothing would leave of one that is built up."""
    shape = take_apart(pieces_of(url))
    return shape.host is not None and len(shape.segments) < 2 and not any(isinstance(piece, Hole) for piece in pieces_of(url))


def _send_one(machine: Machine, frame: Frame, span: f.Span, out: Outgoing, method: v.Value, url: v.Value) -> None:
    pieces = pieces_of(url)
    text = known(method)
    shape = take_apart(pieces)
    host = _host(machine, shape, frame)
    if host is None:
        if shape.host is None and (shape.base is None or shape.base.parameter or is_beyond(shape.base.level)):
            machine.note_open_base()
        return
    declared = next((piece.declared for piece in reversed(pieces) if isinstance(piece, Literal) and piece.declared is not None), None)
    pieces = _with_host(pieces, shape, host)
    shape = take_apart(pieces)
    name = text.upper() if text is not None else None
    level, reason = assess(machine, shape, name)
    if text is None:
        hole = pieces_of(method)[0]
        level = max(level, hole.level)
        if reason is not None or not _known_path(machine, shape):
            reason = f"the method is not known: {_why(hole)}"
    else:
        level = max([level, *(piece.level for piece in pieces_of(method))])
    query = None if out.query_keys is None or shape.query is None else out.query_keys | shape.query
    reading = Reading(name, normal(pieces), query, out.body_keys)
    escape = Escape(reading, level, out.client, out.credentials, (), reason, span, declared)
    settle(machine, frame, span, (escape,), down=False)


def settle(machine: Machine, frame: Frame, span: f.Span, escapes: Iterable[Escape], down: bool, inside: bool = False) -> None:
    """Give each escape to this call, where it belongs here, or pass it on.

    Args:
        machine: for the sites.
        frame: whose call at `span` sent them.
        span: of the call.
        escapes: what the callee let out (`down`) or what is sent just here.
        down: whether they come out of a callee, so that their level shrinks.
        inside: whether this call adds nothing to what the variables around the callee say: then it is no site of theirs.
    """
    for escape in escapes:
        level = escape.level - 1 if down and escape.level else escape.level
        if span == f.NO_SPAN and escape.via:  # an attribute, a `with` or a decorator calls it: the source has no call of its own there
            if level == 0 or (frame.function is None and not is_beyond(level)):
                _record_below(machine, frame, escape)
            else:
                frame.escapes.append(replace(escape, level=level))
        elif level == 0 or (frame.function is None and not is_beyond(level)):
            _record(machine, frame, escape.span if inside else span, escape)
            continue
        if frame.function is not None:
            machine.passing_on.add(frame.function)
        if inside:
            frame.escapes.append(replace(escape, level=level))
        else:
            function = frame.function.name if frame.function is not None else ""
            here = CallFrame(frame.module.path, span[0], span[1], function)
            via = (here, *escape.via)
            frame.escapes.append(
                Escape(escape.reading, level, escape.client, escape.credentials, via[:MOST_VIA], escape.reason, span, escape.declared)
            )


MOST_VIA = 12


def _record_below(machine: Machine, frame: Frame, escape: Escape) -> None:
    """Note a request that is decided where no call is written, at the call just below."""
    below, *rest = escape.via
    lines = (escape.span[0], escape.span[2])
    record = machine.sites.setdefault((below.path, escape.span), SiteRecord(below.function, escape.client, lines))
    _add(machine, frame, record, replace(escape, via=tuple(rest)))


def _record(machine: Machine, frame: Frame, span: f.Span, escape: Escape) -> None:
    key = (frame.module.path, span)
    function = frame.function.name if frame.function is not None else ""
    record = machine.sites.get(key)
    if record is None:
        lines = frame.lines if frame.lines[0] and frame.lines[0] <= span[0] else (span[0], span[2])
        record = machine.sites[key] = SiteRecord(function, escape.client, lines)
    _add(machine, frame, record, escape)


def _add(machine: Machine, frame: Frame, record: SiteRecord, escape: Escape) -> None:
    """Add a reading to a site."""
    record.readings[escape.reading] = None
    machine.senders.update(function for function in machine.stack if function is not None)
    if isinstance(frame.bound, v.Instance) and frame.bound.args is None:
        record.owner = frame.bound.cls
        record.assumed.update(dict.fromkeys(escape.credentials))
    else:
        record.credentials.update(dict.fromkeys(escape.credentials))
    if record.via is None or (len(escape.via), escape.via) < (len(record.via), record.via):
        record.via = escape.via
        record.client = escape.client
    if escape.reason is not None:
        record.reasons[escape.reason] = None


def _host(machine: Machine, shape: UrlShape, frame: Frame) -> str | None:
    """The Attio host that a URL goes to; None where it goes elsewhere or nothing says that it goes to Attio."""
    if shape.host is not None:
        return shape.host if shape.host in machine.hosts else None
    hole = shape.base
    if hole is None:
        return None
    if "attio" in hole.environment.lower() or ("attio" in hole.label.lower() and not hole.parameter):
        return API_HOST
    owner = frame.owner
    if owner is not None and "attio" in owner.name.lower() and _is_the_address(hole) and shape.segments and _fits(machine, shape):
        return API_HOST
    return None


def _is_the_address(hole: Hole) -> bool:
    """Whether nothing but the address of the API can be meant: its name tells of no other, and no argument of a call is it."""
    if hole.parameter.count(":") > 1:
        return False
    return names_an_address(hole.label) and names_an_address(hole.environment)


def _fits(machine: Machine, shape: UrlShape) -> bool:
    """Whether the path after an unknown base is exactly one of the templates, with and without its version."""
    for segments in (shape.segments, ((Literal("v2"),), *shape.segments)):
        if any(not alignment.forced and alignment.fixed[1:] for alignment in machine.templates.align(API_HOST, segments, None)):
            return True
    return False


def _with_host(pieces: tuple[Piece, ...], shape: UrlShape, host: str) -> tuple[Piece, ...]:
    """The URL with a hole for its base replaced by Attio's, with the version where the path has none."""
    if shape.base is None or shape.host is not None:
        return pieces
    rest = pieces[1:]
    first = shape.segments[0] if shape.segments else ()
    versioned = len(first) == 1 and isinstance(first[0], Literal) and first[0].text in ("v2", "scim")
    return (Literal(f"https://{host}" if versioned else f"https://{host}/v2"), *rest)


def normal(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces without their levels, so that readings from several callers are the same reading."""
    out: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Literal):
            if out and isinstance(out[-1], Literal):
                out[-1] = Literal(out[-1].text + piece.text)
            else:
                out.append(Literal(piece.text))
        else:
            out.append(Hole(piece.label, piece.origin, piece.single, "", 0, piece.environment, piece.derived))
    return tuple(out)


def _known_path(machine: Machine, shape: UrlShape) -> bool:
    """Whether a path is one of the reference's whatever the method is; then each of its methods is a possible reading."""
    alignments = machine.templates.align(shape.host or API_HOST, shape.segments, None)
    return bool(alignments) and not alignments[0].forced


_OPEN = frozenset({MORE, TOO_MANY, TOO_LARGE, TOO_OFTEN})
"""Why a hole may hold further segments, or anything at all."""


def assess(machine: Machine, shape: UrlShape, method: str | None) -> tuple[int, str | None]:
    """How many calls up the path's shape was decided, and why it is not known, if it is not.

    Only what lines up with literal text of a template counts: a hole that fills a template's parameter may come from anywhere.
    """
    host = shape.host or API_HOST
    unknown = (piece for segment in shape.segments for piece in segment if isinstance(piece, Hole))
    grown = next((hole for hole in unknown if hole.origin in _OPEN and not hole.single), None)
    if grown is not None:
        return _level(piece for segment in shape.segments for piece in segment), f"the path is not known: {grown.origin}"
    alignments = machine.templates.align(host, shape.segments, method) or machine.templates.align(host, shape.segments, None)
    exact = [alignment for alignment in alignments if not alignment.forced]
    if exact:
        return max((_level(alignment.fixed[1:] or alignment.fixed) for alignment in exact), default=0), None
    everything = [piece for segment in shape.segments for piece in segment]
    if alignments:
        holes = [hole for alignment in alignments for hole in alignment.forced]
        return _level([*everything]), f"part of the path is not known: {_why(holes[0])}"
    return _unaligned(shape, everything)


def _unaligned(shape: UrlShape, everything: list[Piece]) -> tuple[int, str | None]:
    """A path that fits no template: holes that fill whole segments after known ones are taken for parameters."""
    counted: list[Piece] = []
    reason: str | None = None
    literal_before = False
    for number, segment in enumerate(shape.segments):
        holes = [piece for piece in segment if isinstance(piece, Hole)]
        if not holes:
            counted.extend(segment)
            literal_before = literal_before or number > 0
        elif len(segment) > 1 and isinstance(segment[-1], Hole) and not segment[-1].single:
            counted.extend(segment)
            reason = f"the path is not known: {_why(holes[-1])}"
        elif not literal_before or len(segment) > 1:
            counted.extend(segment)
            reason = f"the path is not known: {_why(holes[0])}"
    return _level(counted), reason


def _level(pieces: Iterable[Piece]) -> int:
    return max((piece.level for piece in pieces), default=0)


def _why(piece: Piece) -> str:
    """Why a piece of text is not known, in words."""
    if isinstance(piece, Hole):
        return piece.origin or f"`{piece.label}` is not known"
    return "it is not known"


def settle_declared(machine: Machine, escapes: Iterable[Escape]) -> None:
    """Give requests that a base class sends for what its subclasses declare to the places of the declarations."""
    for escape in escapes:
        if escape.declared is None or not is_beyond(escape.level) or escape.reason is not None:
            continue
        path, line, column, end_line, end_column, owner = escape.declared
        record = machine.sites.setdefault((path, (line, column, end_line, end_column)), SiteRecord(owner, escape.client, (line, end_line)))
        record.readings[escape.reading] = None
        record.credentials.update(dict.fromkeys(escape.credentials))
        record.via = escape.via if record.via is None else min(record.via, escape.via)


def settle_entry(machine: Machine, function: FunctionDef, escapes: Iterable[Escape]) -> None:
    """Give the escapes of a function that only a framework calls to the calls in it: nobody in the source decides them."""
    frame = Frame(function.module, v.Scope({}, None, None), function, function.owner)
    for escape in escapes:
        if is_beyond(escape.level):
            here = Escape(escape.reading, 0, escape.client, escape.credentials, escape.via[1:], escape.reason)
            _record(machine, frame, escape.span, here)


def key_names(value: v.Value | None, nested: str | None = None) -> frozenset[str] | None:
    """The keys of a mapping that is given for a query or a body; empty where none is given, None where they are not known.

    `nested` names a key whose mapping is meant instead, where it is there (`data` of a body).
    """
    if value is None or (isinstance(value, v.Scalar) and value.value is None):
        return frozenset()
    if isinstance(value, v.Dict):
        if nested is not None:
            for key, inner in value.entries:
                if known(key) == nested:
                    return key_names(inner)
        names = [known(key) for key, _ in value.entries]
        return frozenset(name for name in names if name is not None) if value.complete and None not in names else None
    if isinstance(value, v.Made) and value.name.endswith("dumps") and value.args.positional:
        return key_names(value.args.positional[0], nested)
    if isinstance(value, v.Choice):
        found = [key_names(option.value, nested) for option in value.options]
        return found[0] if len(set(found)) == 1 else None
    return None


def credential_names(*values: v.Value | None) -> tuple[str, ...]:
    """Names of environment variables and settings attributes in the values of headers or credentials."""
    found: dict[str, None] = {}
    pending: list[v.Value] = [value for value in values if value is not None]
    while pending:
        value = pending.pop()
        if isinstance(value, v.Text):
            found.update(dict.fromkeys(piece.environment for piece in value.pieces if piece.environment))
        elif isinstance(value, (v.Unknown, v.Member, v.External)):
            if environment_of(value):
                found[environment_of(value)] = None
        elif isinstance(value, v.Parameter):
            pending.extend([value.default] if value.default is not None else [])
        elif isinstance(value, v.Instance):
            given = value.args or v.Arguments()
            pending.extend((*given.positional, *(inner for _, inner in (*given.keywords, *value.stores))))
        elif isinstance(value, v.Choice):
            pending.extend(option.value for option in value.options)
        elif isinstance(value, v.Items):
            pending.extend(value.items)
        elif isinstance(value, v.Dict):
            pending.extend(inner for key, inner in value.entries if (known(key) or "").lower() not in _NO_CREDENTIAL)
        elif isinstance(value, v.Made):
            pending.extend((*value.args.positional, *(inner for _, inner in value.args.keywords)))
    return tuple(sorted(found))


_NO_CREDENTIAL = frozenset({"accept", "content-type", "user-agent"})
