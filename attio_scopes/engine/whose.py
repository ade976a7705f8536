"""Whose: where a request goes, and how much of its path is known.

Takes a URL with what is not known of it, and the path templates; says whether it goes to Attio, how far up the calls its path was decided,
and why it is not known, if it is not. A request is Attio's because of its host, or because the base that stands for it is named so.
"""

from __future__ import annotations

from collections.abc import Iterable

from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.evidence import HOST, is_of_settings
from attio_scopes.engine.domain.hosts import API_HOST
from attio_scopes.engine.domain.pieces import OPEN, Pieces, modelled
from attio_scopes.engine.domain.reasons import too_many
from attio_scopes.engine.domain.text import names_an_address, pieces_of
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.summary import Send
from attio_scopes.model.fitting import Templates
from attio_scopes.model.path import Hole, Literal, UrlShape, take_apart
from attio_scopes.model.path import Piece as ModelPiece

VERSIONS = ("v2", "scim")
"""Where the paths of Attio's APIs begin."""


def writes_out(shape: UrlShape) -> bool:
    """Whether a part of the path, behind the version, is written out."""
    return any_is_a_part(piece.text for segment in shape.segments for piece in segment if isinstance(piece, Literal))


def any_is_a_part(texts: Iterable[str]) -> bool:
    """Whether one of the texts of a path says more than its version."""
    return any(text not in ("", *VERSIONS) for text in texts)


def host_of(fr: Frame, shape: UrlShape, send: Send) -> str | None:
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


def with_host(pieces: Pieces, shape: UrlShape, host: str) -> Pieces:
    """The URL with a gap for its base replaced by Attio's, with the version where the path has none."""
    if shape.base is None or shape.host is not None:
        return pieces
    first = shape.segments[0] if shape.segments else ()
    versioned = len(first) == 1 and isinstance(first[0], Literal) and first[0].text in VERSIONS
    rest = pieces[1:]
    if isinstance(pieces[0], v.Gap) and _is_any_address(pieces):
        more = v.Gap(pieces[0].label, pieces[0].reason, term=pieces[0].term, more=True)
        return (v.Lit(f"https://{host}/v2/"), more, *rest)
    address = f"https://{host}" if versioned else f"https://{host}/v2"
    joined = not rest or not isinstance(rest[0], v.Lit) or rest[0].text.startswith(("/", "?", "#"))
    return (v.Lit(address if joined else f"{address}/"), *rest)  # a base that a path is put right behind ends with a slash


def is_known_path(templates: Templates, shape: UrlShape) -> bool:
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
        return _level(piece for segment in shape.segments for piece in segment), f"the path is not known: {why(grown)}"
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
        return _level(everything), f"part of the path is not known: {why(holes[0])}"
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
            reason = f"the path is not known: {why(holes[-1])}"
        elif not literal_before or len(segment) > 1:
            counted.extend(segment)
            reason = f"the path is not known: {why(holes[0])}"
    return _level(counted), reason


def _level(pieces: Iterable[ModelPiece]) -> int:
    return max((piece.level for piece in pieces), default=0)


def why(piece: ModelPiece) -> str:
    """Why a piece of text is not known, in words."""
    if isinstance(piece, Hole):
        return piece.origin or f"`{piece.label}` is only known at run time"
    return "the text is only known at run time"
