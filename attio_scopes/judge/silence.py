"""Silence: entrances of Attio behind which no call was found. Takes entrances and calls, gives the entrances that nothing accounts for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attio_scopes.model.call import Call
from attio_scopes.model.entrance import Entrance
from attio_scopes.model.source import is_installed


def silent(entrances: Iterable[Entrance], calls: Sequence[Call]) -> tuple[Entrance, ...]:
    """The entrances of which it is not known what is sent.

    An entrance is accounted for by a call in a statement that its names reach, or one that leads through it. By names alone a library's
    calls are only those that its model found, or that lead through its source: a call of another client says nothing of it.

    Args:
        entrances: of the program.
        calls: all that are reported.
    """
    places: dict[str, list[tuple[int, frozenset[str]]]] = {}
    for call in calls:
        through = frozenset({call.site.client, *_packages_of(call)})
        for path, line, _ in call.site.steps:
            places.setdefault(path, []).append((line, through))
    return tuple(entrance for entrance in entrances if not _is_used(entrance, places))


def _packages_of(call: Call) -> Iterable[str]:
    """The installed packages that a call goes through."""
    return (path.split("/")[1].removesuffix(".py") for path, _, _ in call.site.steps if is_installed(path))


def _is_used(entrance: Entrance, places: dict[str, list[tuple[int, frozenset[str]]]]) -> bool:
    return any(
        first <= line <= last and (not entrance.library or entrance.library in through)
        for path, first, last in entrance.uses
        for line, through in places.get(path, ())
    )
