"""Shown: whether the address of Attio is only shown, compared, logged or handed to a stand-in where it stands.

Takes the facts of a module, the texts with the address in them, and the names of what sends nothing (`rules/shown.yaml`). Says whether
nothing can be sent from there. It goes by the names of functions alone, so whatever it does not know counts as sending.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from msgspec import Struct

from attio_scopes.model import facts as f


class Shown(Struct, frozen=True):
    """What sends nothing: last names of functions, words with which they begin, names of arguments, and words in the names of variables."""

    calls: frozenset[str]
    first_words: frozenset[str]
    keywords: frozenset[str]
    names: tuple[str, ...]

    @classmethod
    def of(cls, rules: dict[str, Any]) -> Shown:
        """From the data of `rules/shown.yaml`."""
        return cls(frozenset(rules["calls"]), frozenset(rules["first_words"]), frozenset(rules["keywords"]), tuple(rules["names"]))


def only_shown(bodies: Iterable[tuple[f.Stmt, ...]], texts: Collection[str], shown: Shown) -> bool:
    """Whether every use of some texts, and of the names that they are bound to, is one that sends nothing.

    Args:
        bodies: the statements of the module, and of those that its names reach.
        texts: the literals.
        shown: what sends nothing.
    """
    body = tuple(bodies)
    names: set[str] = set()
    pending: list[str | None] = [None]
    while pending:
        wanted = pending.pop()
        for bound in _uses(body, texts, wanted, shown, False):
            if bound is None:
                return False
            if bound not in names:
                names.add(bound)
                pending.append(bound)
    return True


def _uses(node: Any, texts: Collection[str], name: str | None, shown: Shown, harmless: bool) -> Iterator[str | None]:
    """The names that the texts, or a name, are bound to; None for a use that may send. What is only shown is left out."""
    if isinstance(node, tuple):
        for part in node:
            if type(part) not in _PLAIN:
                yield from _uses(part, texts, name, shown, harmless)
    elif _is_use(node, texts, name):
        if not harmless:
            yield None
    elif isinstance(node, f.Assign):
        yield from _bound(node, texts, name, shown)
    elif isinstance(node, Struct):
        harmless = harmless or _shows(node, shown) or (isinstance(node, f.Evaluate) and isinstance(node.value, f.Const))
        for part in (getattr(node, field) for field in node.__struct_fields__):
            if type(part) not in _PLAIN:
                yield from _uses(part, texts, name, shown, harmless)


_PLAIN = frozenset({str, int, bool, float, bytes, type(None)})


def _bound(stmt: f.Assign, texts: Collection[str], name: str | None, shown: Shown) -> Iterator[str | None]:
    """What an assignment binds: the names of its targets where the value is made of literals alone."""
    found = list(_uses(stmt.value, texts, name, shown, False)) if stmt.value is not None else []
    if not found:
        return
    targets = [target.id if isinstance(target, f.Name) else target.name for target in stmt.targets if isinstance(target, (f.Name, f.Attr))]
    if len(targets) < len(stmt.targets) or not _is_literal(stmt.value):
        yield None
    yield from (one for one in targets if not any(word in one.lower() for word in shown.names))


def _is_use(node: Any, texts: Collection[str], name: str | None) -> bool:
    if name is None:
        return isinstance(node, f.Const) and isinstance(node.value, str) and any(text in node.value for text in texts)
    if isinstance(node, f.Const):  # `config["API_URL"]`
        return node.value == name
    return (isinstance(node, f.Name) and node.id == name) or (isinstance(node, f.Attr) and node.name == name)


def _shows(node: Any, shown: Shown) -> bool:
    if isinstance(node, f.Invoke):
        called = node.func.name if isinstance(node.func, f.Attr) else node.func.id if isinstance(node.func, f.Name) else ""
        return called in shown.calls or called.lstrip("_").partition("_")[0] in shown.first_words
    if isinstance(node, f.Arg):
        return node.keyword in shown.keywords
    return isinstance(node, (f.Compare, f.Raise))


_LITERAL = (f.Const, f.Name, f.Attr, f.Joined, f.Binary, f.Collection, f.Table, f.Ternary, f.Logic)


def _is_literal(node: Any) -> bool:
    if isinstance(node, tuple):
        return all(map(_is_literal, node))
    if not isinstance(node, Struct):
        return True
    return isinstance(node, _LITERAL) and all(_is_literal(getattr(node, name)) for name in node.__struct_fields__)
