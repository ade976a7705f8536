"""Growing texts: objects of Python that text is written into piece by piece, and that give the whole of it: `io.StringIO`, `bytearray`.

Takes a frame, such an object, one of its methods and the arguments; gives what the method gives. What was written so far is held under
the object, as the content of a list is.
"""

from __future__ import annotations

from collections.abc import Callable

from attio_scopes.engine.construct import site_of
from attio_scopes.engine.containers import iterate
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import choose, combine
from attio_scopes.engine.domain.text import join, pieces_of
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.operations import binary
from attio_scopes.engine.summary import Here
from attio_scopes.engine.texts import as_text

_WRITTEN = "<text>"
_KINDS = frozenset({"io.StringIO", "io.BytesIO", "builtins.bytearray"})
_GIVES = frozenset({"getvalue", "read", "getbuffer", "decode", "tobytes"})
_ADDS = frozenset({"write", "extend", "__iadd__"})


def is_growing(value: v.Value) -> bool:
    """Whether text is written into an object."""
    return isinstance(value, v.Made) and value.name in _KINDS


def written(fr: Frame, owner: v.Value) -> v.Value:
    """What was written into an object so far."""
    held = fr.held((owner, _WRITTEN)) or v.ABSENT
    return choose(v.Option(o.guards, v.text("") if o.value == v.ABSENT else o.value) for o in v.options(held))


def of_growing(fr: Frame, owner: v.Made, name: str, args: v.Arguments) -> v.Value | None:
    """A method of such an object; None where it is another."""
    if name in _GIVES:
        return written(fr, owner)
    given = args.positional[0] if len(args.positional) == 1 else None
    if name in _ADDS and given is not None:
        _write(fr, owner, given)
        return owner if name == "__iadd__" else v.NONE
    if name == "writelines" and given is not None:
        items, rest = iterate(fr, given)
        for one in (*items, *((rest,) if rest is not None else ())):
            _write(fr, owner, one)
        return v.NONE
    if name in ("truncate", "clear"):
        fr.store((owner, _WRITTEN), v.text(""))
        return v.NONE
    return v.NONE if name in ("seek", "flush", "close") else None


def _write(fr: Frame, owner: v.Value, given: v.Value) -> None:
    fr.store((owner, _WRITTEN), binary(fr, "+", _plain(fr, written(fr, owner)), _plain(fr, given)))


def _plain(fr: Frame, value: v.Value) -> v.Value:
    """A value as text, bytes too."""
    return combine([as_text(fr, value)], lambda one: v.Text(pieces_of(one)) if isinstance(one, v.Scalar) else one)


def _made(name: str) -> Callable[[Frame, v.Arguments, Here], v.Value | None]:
    def make(fr: Frame, args: v.Arguments, here: Here) -> v.Value | None:
        made = v.Made(name, v.Arguments(), site_of(fr, here))
        first = args.positional[0] if args.positional else v.NONE
        fr.store((made, _WRITTEN), _plain(fr, first) if first != v.NONE else v.text(""))
        return made

    return make


def _print(fr: Frame, args: v.Arguments, here: Here) -> v.Value | None:
    """`print(…, file=buffer)`: it writes into the object."""
    owner = args.keyword("file")
    if owner is None or not is_growing(owner) or args.open_:
        return None
    between, end = (args.keyword(word) for word in ("sep", "end"))
    parts: list[v.Value] = []
    for number, one in enumerate(args.positional):
        parts += [*((between if between is not None else v.text(" "),) if number else ()), as_text(fr, one)]
    _write(fr, owner, join([*parts, end if end is not None else v.text("\n")]))
    return v.NONE


GROWING: dict[str, Callable[[Frame, v.Arguments, Here], v.Value | None]] = {
    **{name: _made(name) for name in sorted(_KINDS)},
    "builtins.print": _print,
}
