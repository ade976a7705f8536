"""Emit: from a request that leaves to the call that it is reported at, or to whoever decides it.

Takes a request with all that it may be. Each reading is found (at the innermost call at which method and shape of the path are known),
handed up to the callers who decide it, or goes to another host. A request is Attio's because of its host, or because the base that stands
for the host is named so; never because of a method's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from attio_scopes.engine import bounds
from attio_scopes.engine.containers import content
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import CROSSED, any_of, consistent, generalise, met
from attio_scopes.engine.domain.evidence import HOST, is_of_settings
from attio_scopes.engine.domain.hosts import API_HOST, plain_host, plain_scheme, waits_for_its_host, without_prefix
from attio_scopes.engine.domain.pieces import OPEN, Pieces, modelled
from attio_scopes.engine.domain.reasons import A_LINK, NOTHING, OF_A_RESPONSE, says_nothing_of_the_method, too_far_away, too_many
from attio_scopes.engine.domain.text import names_an_address, pieces_of, setting_of
from attio_scopes.engine.domain.values import known
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.library.clients import Outgoing, header_values
from attio_scopes.engine.summary import At, Send
from attio_scopes.engine.texts import as_text
from attio_scopes.model import fate
from attio_scopes.model.call import Reading
from attio_scopes.model.fitting import Templates
from attio_scopes.model.path import Hole, Literal, UrlShape, take_apart
from attio_scopes.model.path import Piece as ModelPiece
from attio_scopes.model.program import ClassDef, FunctionDef


class Found(Struct, frozen=True):
    """A reading of a call, and where it is reported.

    Attributes:
        at: the call.
        via: the calls below it, down to the HTTP call.
        assumed: the class of which the object is any one.
        declared: where a class declares what decides it.
        uncalled: as of the request.
        hangs: whether an argument that nobody is seen to give, or None, is among what decides it.
        crossed: whether it is made of parts that may never meet, as a bound took what told them apart.
        apart: whether what leads to it was told apart from what leads to the other readings of its call.
        doer: as of the request.
    """

    at: At
    via: tuple[At, ...]
    client: str
    reading: Reading
    credentials: frozenset[str]
    reason: str | None = None
    assumed: ClassDef | None = None
    declared: tuple[str, int, int, int, int, str] | None = None
    uncalled: frozenset[FunctionDef] = frozenset()
    hangs: bool = False
    crossed: bool = False
    apart: bool = True
    doer: FunctionDef | None = None


def emit(fr: Frame, out: Outgoing, here: tuple[At, ...], assumed: ClassDef | None = None) -> None:
    """Note every reading of a request."""
    ledger = fr.ask.world.ledger
    if not fr.state.live:
        ledger.note(here, fate.NEVER)
        return
    query = _keys(fr, out.query, out.hidden, None)
    body = _keys(fr, out.body, out.hidden, "data")
    credentials = header_values(fr, out.credentials)
    urls = v.options(as_text(fr, out.url))
    for method in v.options(out.method):
        for url in urls:
            held = met(method.guards, url.guards)
            if url.value == v.NONE or (len(urls) > 1 and (has_no_path(url.value) or _is_a_link(url.value))):
                ledger.note(here, fate.NEVER, "a request without a path")
                continue
            if consistent(method.guards, url.guards) and consistent(held, fr.state.guards):
                send = Send(
                    here, out.client, method.value, url.value, query, body, credentials, fr.state.guards | held, assumed,
                    fr.uncalled, fr.doer, CROSSED in held,
                )  # fmt: skip
                settle(fr, send)


def has_no_path(url: v.Value) -> bool:
    """Whether a URL is the bare base: what a loop over nothing would leave of one that is built up."""
    if not isinstance(url, v.Text) or any(isinstance(piece, v.Gap) for piece in url.pieces):
        return False
    shape = take_apart(modelled(url.pieces))
    return shape.host is not None and len(shape.segments) < 2


def writes_out(shape: UrlShape) -> bool:
    """Whether a part of the path, behind the version, is written out."""
    written = (piece.text for segment in shape.segments for piece in segment if isinstance(piece, Literal))
    return any(text not in ("", "v2", "scim") for text in written)


def says_a_path_of(hosts: frozenset[str], send: Send) -> bool:
    """Whether a request goes to one of some hosts, and a part of its path is written out."""
    shape = take_apart(modelled(pieces_of(send.url), keep=True))
    return shape.host in hosts and writes_out(shape)


_ORIGIN = re.compile(r"https?://[^/?#]+/", re.IGNORECASE)


def _is_a_link(url: v.Value) -> bool:
    """Whether a URL is one of a response, joined to a host: where a request begins with another one, its next page."""
    if isinstance(url, v.Lost):
        return url.reason == A_LINK
    if not isinstance(url, v.Text):
        return False
    before, last = url.pieces[:-1], url.pieces[-1] if url.pieces else None
    host = v.known(v.Text(before)) or ""
    return isinstance(last, v.Gap) and last.reason == OF_A_RESPONSE and host.endswith("/") and _ORIGIN.fullmatch(host) is not None


def settle(fr: Frame, send: Send) -> None:
    """Give a request to the call that it belongs to, or hand it up."""
    ledger = fr.ask.world.ledger
    ledger.asked += 1
    became = _settled(fr, send)
    ledger.answered += became in fate.BY_WEIGHT
    if became not in (fate.FOUND, fate.HANDED_UP):
        ledger.settle(send.places)
    ledger.note(send.places, became, send.client)


def _settled(fr: Frame, send: Send) -> str:
    """Find a request, or hand it up; what became of it."""
    pieces = without_prefix(fr.ask.hosts, plain_host(plain_scheme(pieces_of(send.url))))
    text = known(send.method)
    shape = take_apart(modelled(pieces, keep=True))
    host = _host(fr, shape, send)
    waits = (shape.host is None and shape.base is not None and shape.base.level >= OPEN) or waits_for_its_host(pieces)
    if host is None and not waits:
        return fate.ELSEWHERE
    if host is not None:
        with_host = _with_host(pieces, shape, host)
        if with_host is not pieces:
            pieces, shape = with_host, take_apart(modelled(with_host, keep=True))
    name = text.upper() if text is not None else None
    level, reason = assess(fr.ask.templates, shape, name)
    if text is None:
        gap = modelled(pieces_of(send.method)[:1], keep=True)[0]
        level = max(level, gap.level)
        if reason is not None or says_nothing_of_the_method(_why(gap)) or not _known_path(fr.ask.templates, shape):
            reason = f"the method is not known: {_why(gap)}"
    else:
        level = max([level, *(piece.hop for piece in pieces_of(send.method) if isinstance(piece, v.Lit))])
    shown = send.in_project
    if (level >= OPEN or waits or shown is None) and not fr.closed:
        hand_up(fr, send)
        return fate.HANDED_UP
    if host is None:
        return fate.ELSEWHERE
    if shown is None:
        return fate.OUTSIDE
    beyond = level >= len(send.places)
    if reason is None and beyond and level < OPEN and len(send.places) >= bounds.PLACES:
        fr.ask.world.note_bound("places", f"{send.places[0].path}:{send.places[0].span[0]}")
        reason = too_far_away(bounds.PLACES)
    level = 0 if level >= OPEN else max(0, min(level, len(send.places) - 1))
    unsaid = text is None and says_nothing_of_the_method(_why(gap))
    if level == 0 and fr.closed and len(send.places) > 1 and reason is not None and not unsaid:
        level = len(send.places) - 1
    while reason is not None and level and send.places[level].handed:
        level -= 1  # whoever reads of it looks for a request, not for `scheduler.add_job(`
    level = max(level, shown)
    places = [piece.declared for piece in reversed(pieces) if isinstance(piece, v.Lit) and piece.declared is not None]
    declared = places[0] if places and beyond else None
    query = None if send.query is None or isinstance(send.query, _UNDECIDED) or shape.query is None else send.query | shape.query
    body = None if isinstance(send.body, _UNDECIDED) else send.body
    reading = Reading(name, modelled(pieces), query, body)
    names = frozenset(found for value in send.credentials for found in _settings(value))
    gaps = [piece for piece in (*pieces, *pieces_of(send.method)) if isinstance(piece, v.Gap)]
    hangs = any(piece.parameter or piece.reason == NOTHING for piece in gaps)
    apart = CROSSED not in send.guards
    at, via = send.places[level], send.places[:level][::-1]
    above = fr.ask.world.ledger.above.setdefault((at, *via), set())
    above.update((one.path, one.span) for one in send.places[level + 1 :])
    if reason is not None:
        fr.ask.world.undecided.update((place.path, place.function) for place in send.places)
    fr.found[
        Found(at, via, send.client, reading, names, reason, send.assumed, declared, send.uncalled, hangs, send.crossed, apart, send.doer)
    ] = None
    if reason is None and not fr.closed and any(map(v.is_open, send.credentials)):
        hand_up(fr, send)  # with which token, only callers know
    return fate.FOUND


_UNDECIDED = (v.Param, v.Apply, v.Result, v.Lost, v.Choice, v.Map, v.Member)


def _settings(value: v.Value) -> Iterable[str]:
    if isinstance(value, v.Text):
        yield from (piece.environment for piece in value.pieces if piece.environment)
    else:
        name = setting_of(value)
        if name:
            yield name


def hand_up(fr: Frame, send: Send) -> None:
    """Leave a request to the callers; of those that differ in what nobody here decides one is kept."""
    if fr.has_yielded:
        send = replace(send, later=True)
    if send.in_project is None and not v.is_open(send.method) and not v.is_open(send.url) and len(fr.effects) < bounds.DECIDED:
        fr.effects.setdefault(("decided", send.places, _plain(send.method), _plain(send.url), send.guards, send.doer), send)
        return
    key = ("send", send.places[0], _plain(send.method), _plain(send.url), send.guards, send.doer)
    before = fr.effects.get(key)
    if before is not None:
        if len(before.places) > len(send.places) or (before.uncalled and not send.uncalled):
            fr.effects[key] = send
        return
    same = [k for k in fr.effects if k[0] == "send" and k[1] == send.places[0]]
    if len(same) >= bounds.OPTIONS:
        fr.ask.world.note_bound("handed up", f"{send.places[0].path}:{send.places[0].span[0]}")
        sends = [fr.effects.pop(k) for k in same]
        sends.append(send)
        method = any_of([one.method for one in sends if isinstance(one, Send)])
        url = generalise(tuple(dict.fromkeys(one.url for one in sends if isinstance(one, Send))))
        send = replace(send, method=method if not isinstance(method, v.Choice) else generalise(tuple(o.value for o in method.options)),
                       url=url, guards=v.NO_GUARDS)  # fmt: skip
        key = ("send", send.places[0], _plain(send.method), _plain(send.url), send.guards, send.doer)
    fr.effects[key] = send


def _plain(value: v.Value) -> object:
    """What a text says, without the calls that its parts come from, to compare it with others."""
    if isinstance(value, v.Text):
        return tuple(
            (p.text, p.environment, p.declared, p.home) if isinstance(p, v.Lit) else v.with_piece(p, hop=0) if p.hop else p
            for p in value.pieces
        )
    return value


def _keys(fr: Frame, value: v.Value | None, hidden: v.Value | None, nested: str | None) -> object:
    """The keys of a mapping that is given for a query or a body; none where none is given, None where they are not known."""
    if value is None:
        if hidden is None:
            return frozenset()
        held = content(fr, hidden)
        return held if v.is_open(held) else None
    return key_names(fr, value, nested)


def key_names(fr: Frame, value: v.Value, nested: str | None) -> object:
    """The keys of a mapping; `nested` names a key whose mapping is meant instead, where it is there (`data` of a body)."""
    held = content(fr, value)
    if isinstance(held, v.Scalar) and held.value is None:
        return frozenset()
    if isinstance(held, v.Map):
        if nested is not None:
            for key, inner in held.entries:
                if known(key) == nested:
                    return key_names(fr, inner, None)
        names = [known(key) for key, x in held.entries if not _perhaps(x)]
        some = any(_perhaps(x) for _, x in held.entries)
        return frozenset(name for name in names if name is not None) if held.rest is None and None not in names and not some else None
    if isinstance(held, v.Made) and held.name.endswith("dumps") and held.args.positional:
        return key_names(fr, held.args.positional[0], nested)
    if isinstance(held, v.Choice):
        found = [key_names(fr, option.value, nested) for option in held.options]
        return found[0] if all(isinstance(one, frozenset) for one in found) and len(set(found)) == 1 else None
    return held if v.is_open(held) else None


def _perhaps(value: v.Value) -> bool:
    return isinstance(value, v.Choice) and any(option.value == v.ABSENT for option in value.options)


# --- whose it is -------------------------------------------------------------------------------------------------------


def _host(fr: Frame, shape: UrlShape, send: Send) -> str | None:
    """The Attio host that a URL goes to; None where it goes elsewhere or nothing says that it goes to Attio."""
    if shape.host is not None:
        return shape.host if shape.host in fr.ask.hosts else None
    hole = shape.base
    if hole is None:
        return None
    if _is_any_address(pieces_of(send.url)):
        return API_HOST
    if hole.level < OPEN and fr.ask.program.is_for_attio(send.places[0].path):
        return API_HOST
    if hole.level >= OPEN and not fr.closed:
        return None
    if "attio" in hole.environment.lower() or ("attio" in hole.label.lower() and not hole.parameter):
        return API_HOST
    owner = next((at.function for at in send.places if "attio" in at.function.lower()), "")
    if owner and owner.split(".")[0][:1].isupper() and _is_the_address(hole) and shape.segments and _fits(fr.ask.templates, shape):
        return API_HOST
    return None


def _is_any_address(pieces: Pieces) -> bool:
    """Whether a URL begins with something that may be Attio's address, or one behind it: nothing more is known of it."""
    first = pieces[0]
    return isinstance(first, v.Gap) and (first.evidence == HOST or (first.reason == too_many() and is_of_settings(first.evidence)))


def _is_the_address(hole: Hole) -> bool:
    """Whether nothing but the address of the API can be meant: its name tells of no other, and no argument of a call is it."""
    return not (hole.derived or hole.parameter) and names_an_address(hole.label) and names_an_address(hole.environment)


def _fits(templates: Templates, shape: UrlShape) -> bool:
    """Whether the path after an unknown base is exactly one of the templates, with and without its version."""
    for segments in (shape.segments, ((Literal("v2"),), *shape.segments)):
        if any(not alignment.forced and alignment.fixed[1:] for alignment in templates.align(API_HOST, segments, None)):
            return True
    return False


def is_of_the_api(fr: Frame, host: str | None) -> bool:
    """Whether a host is that of Attio's API, or stands for it; the pages for people, and for their consent, are on another one."""
    return host in fr.ask.hosts and (host == API_HOST or not host.endswith(".attio.com"))


def fits_an_endpoint(templates: Templates, url: Pieces) -> bool:
    """Whether a whole URL is exactly one of the templates."""
    shape = take_apart(modelled(url))
    return any(not alignment.forced for alignment in templates.align(shape.host or API_HOST, shape.segments, None))


def _with_host(pieces: Pieces, shape: UrlShape, host: str) -> Pieces:
    """The URL with a gap for its base replaced by Attio's, with the version where the path has none."""
    if shape.base is None or shape.host is not None:
        return pieces
    first = shape.segments[0] if shape.segments else ()
    versioned = len(first) == 1 and isinstance(first[0], Literal) and first[0].text in ("v2", "scim")
    rest = pieces[1:]
    if isinstance(pieces[0], v.Gap) and _is_any_address(pieces):
        more = v.Gap(pieces[0].label, pieces[0].reason, term=pieces[0].term, more=True)
        return (v.Lit(f"https://{host}/v2/"), more, *rest)
    address = f"https://{host}" if versioned else f"https://{host}/v2"
    joined = not rest or not isinstance(rest[0], v.Lit) or rest[0].text.startswith(("/", "?", "#"))
    return (v.Lit(address if joined else f"{address}/"), *rest)  # a base that a path is put right behind ends with a slash


def _known_path(templates: Templates, shape: UrlShape) -> bool:
    """Whether a path is one of the reference's whatever the method is; then each of its methods is a possible reading."""
    alignments = templates.align(shape.host or API_HOST, shape.segments, None)
    return bool(alignments) and not alignments[0].forced


def assess(templates: Templates, shape: UrlShape, method: str | None) -> tuple[int, str | None]:
    """How far up the path's shape was decided, and why it is not known, if it is not.

    Only what lines up with literal text of a template counts: a hole that fills a template's parameter may come from anywhere.
    """
    host = shape.host or API_HOST
    grown = next((piece for segment in shape.segments for piece in segment if isinstance(piece, Hole) and piece.more), None)
    if grown is not None:
        return _level(piece for segment in shape.segments for piece in segment), f"the path is not known: {_why(grown)}"
    segments = shape.segments
    if shape.base is not None and shape.host is None and segments and segments[0] != (Literal("v2"),):
        literal = isinstance(segments[0][0], Literal) and segments[0][0].text == "v2"
        segments = segments if literal else ((Literal("v2"),), *segments)
    alignments = templates.align(host, segments, method)
    if not alignments:  # a path that is there for other methods only
        alignments = tuple(one for one in templates.align(host, segments, None) if not one.forced)
    exact = [alignment for alignment in alignments if not alignment.forced]
    if exact:
        base = len(segments[0])  # of the address: the version is a part of it
        return max((_level(alignment.fixed[base:] or alignment.fixed) for alignment in exact), default=0), None
    everything = [piece for segment in shape.segments for piece in segment]
    if alignments:
        holes = [hole for alignment in alignments for hole in alignment.forced]
        return _level(everything), f"part of the path is not known: {_why(holes[0])}"
    return _unaligned(shape, everything)


def _unaligned(shape: UrlShape, everything: list[ModelPiece]) -> tuple[int, str | None]:
    """A path that fits no template: holes that fill whole segments after known ones are taken for parameters."""
    counted: list[ModelPiece] = []
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


def _level(pieces: Iterable[ModelPiece]) -> int:
    return max((piece.level for piece in pieces), default=0)


def _why(piece: ModelPiece) -> str:
    """Why a piece of text is not known, in words."""
    if isinstance(piece, Hole):
        return piece.origin or f"`{piece.label}` is only known at run time"
    return "the text is only known at run time"
