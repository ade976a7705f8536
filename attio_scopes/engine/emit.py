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
from attio_scopes.engine.domain.hosts import plain_host, plain_scheme, waits_for_its_host, without_prefix
from attio_scopes.engine.domain.pieces import OPEN, modelled
from attio_scopes.engine.domain.reasons import A_LINK, NOTHING, OF_A_RESPONSE, says_nothing_of_the_method, too_far_away
from attio_scopes.engine.domain.text import pieces_of, setting_of
from attio_scopes.engine.domain.values import known
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.library.clients import Outgoing, header_values
from attio_scopes.engine.summary import At, Send
from attio_scopes.engine.texts import as_text
from attio_scopes.engine.whose import any_is_a_part, assess, host_of, is_known_path, why, with_host
from attio_scopes.model import fate
from attio_scopes.model.call import Reading
from attio_scopes.model.path import take_apart
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


def says_a_path_of(hosts: frozenset[str], send: Send) -> bool:
    """Whether a request goes to one of some hosts, and a part of its path is written out: as far as its texts alone tell."""
    first, *others = pieces_of(send.url) or (None,)
    host, _, path = first.text.partition("://")[2].partition("/") if isinstance(first, v.Lit) else ("", "", "")
    if host.lower() not in hosts:
        return False
    texts = (path, *(piece.text for piece in others if isinstance(piece, v.Lit)))
    return any_is_a_part(segment for text in texts for segment in text.partition("?")[0].split("/"))


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
    host = host_of(fr, shape, send)
    waits = (shape.host is None and shape.base is not None and shape.base.level >= OPEN) or waits_for_its_host(pieces)
    if host is None and not waits:
        return fate.ELSEWHERE
    if host is not None:
        completed = with_host(pieces, shape, host)
        if completed is not pieces:
            pieces, shape = completed, take_apart(modelled(completed, keep=True))
    name = text.upper() if text is not None else None
    level, reason = assess(fr.ask.templates, shape, name)
    if text is None:
        gap = modelled(pieces_of(send.method)[:1], keep=True)[0]
        level = max(level, gap.level)
        if reason is not None or says_nothing_of_the_method(why(gap)) or not is_known_path(fr.ask.templates, shape):
            reason = f"the method is not known: {why(gap)}"
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
    unsaid = text is None and says_nothing_of_the_method(why(gap))
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
