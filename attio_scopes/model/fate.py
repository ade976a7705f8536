"""Fates: what became of every call expression of the code that was looked at. Frozen data."""

from __future__ import annotations

from msgspec import Struct

from attio_scopes.model.facts import Span

FOUND = "found"
BEHIND = "behind"
HANDED_UP = "handed up"
ELSEWHERE = "elsewhere"
FOLLOWED = "followed"
NO_SEND = "no send"
OUTSIDE = "outside"
CUT = "cut"
NEVER = "never"
NOT_ASKED = "not asked"

BY_WEIGHT = (FOUND, BEHIND, HANDED_UP, CUT, ELSEWHERE, FOLLOWED, OUTSIDE, NO_SEND, NEVER, NOT_ASKED)
"""Every fate; the first that a call has is told. A call has several where it is reached in several ways.

- found: it is a request to Attio, and is reported: here, or at the call above that decides it.
- behind: its request is reported at calls that lead here by a shorter way, or nobody is seen to call it.
- handed up: whoever calls the function decides what is sent.
- cut: a bound was reached.
- elsewhere: its request goes to another host, or to one of which nothing says that it is Attio's.
- followed: it calls a function or makes an object of the project; what that sends has fates of its own.
- outside: nothing is known of what is called, and nothing of Attio is given to it that could be sent.
- no send: what is called is known, and sends nothing.
- never: it cannot be reached.
- not asked: nothing in its statement says Attio or mentions what leads there.
"""

ADDRESS, TOKEN = "address", "token"
"""What a library may get of Attio's: its address, or a token."""


class Handed(Struct, frozen=True, order=True):
    """A place at which a library without a model gets something of Attio's: the dotted name of what gets it, and what it gets."""

    name: str
    kind: str
    path: str
    line: int

    @property
    def root(self) -> str:
        """The first name of the library's module."""
        return self.name.partition(".")[0]


Call = tuple[str, Span]
"""A call expression: the path of its file, and its span."""


class Account(Struct, frozen=True):
    """What became of one call expression: its fate, and what is called, or where it goes, in a few words."""

    path: str
    span: Span
    fate: str
    about: str = ""
