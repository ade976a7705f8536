"""Apart: which modules can have to do with one another.

Takes the modules in which a request can be and who imports whom; gives them in groups of which none can change what is found in another,
those with little to say first. So a group that is worked out is settled, even where the run ends before the next. Goes by outlines alone,
and errs towards one group.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attio_scopes.model.outline import Statement
from attio_scopes.model.program import Module

LOADERS = frozenset({"importlib", "import_module", "__import__"})
"""What loads modules by names that are made at run time: any."""

Group = tuple[Module, ...]


def apart(own: Iterable[Module], importers: Mapping[Module, Iterable[Module]]) -> tuple[Group, ...]:
    """The groups, each sorted by path.

    Args:
        own: the modules in which a request can be.
        importers: of each module that one of those that are looked at imports, these.
    """
    modules = sorted(own, key=lambda module: module.path)
    if any(not LOADERS.isdisjoint(stmt.names) for module in modules for stmt in module.outline.statements):
        return (tuple(modules),)
    tied = _Tied()
    for imported, by in importers.items():
        for importer in by:
            tied.tie(importer, imported)
            if not imported.chosen:  # what is not looked at may lead anywhere, also to what others have put there
                tied.tie(importer, None)
    for first, second in _tied_by_names(modules):
        tied.tie(first, second)
    groups: dict[object, list[Module]] = {}
    for module in modules:
        groups.setdefault(tied.first_of(module), []).append(module)
    return tuple(tuple(group) for group in sorted(groups.values(), key=lambda group: (sum(map(_length, group)), group[0].path)))


def _length(module: Module) -> int:
    """How much there is of a module: its lines, about."""
    return module.outline.statements[-1].last if module.outline.statements else 0


class _Tied:
    """What is tied to what, directly or not."""

    def __init__(self) -> None:
        self._above: dict[object, object] = {}

    def first_of(self, one: object) -> object:
        """The one that stands for all that are tied to this."""
        while (above := self._above.get(one, one)) != one:
            self._above[one] = self._above.get(above, above)
            one = above
        return one

    def tie(self, one: object, other: object) -> None:
        """Tie two together."""
        self._above[self.first_of(one)] = self.first_of(other)


def _tied_by_names(modules: Iterable[Module]) -> Iterable[tuple[Module, object]]:
    """Each module with the names by which it can reach another without an import of it: the same for both."""
    stored = {name for module in modules for stmt in module.outline.statements for name in stmt.stores}
    of_protocols = {name for module in modules for stmt in module.outline.statements if _is_protocol(stmt) for name in stmt.members}
    for module in modules:
        for stmt in module.outline.statements:
            for name in stored & (stmt.stores | stmt.elsewhere | stmt.names):  # objects that a framework hands around
                yield module, ("stored", name)
            if stmt.is_class:
                yield from ((module, ("method", name)) for name in of_protocols & stmt.members)
        if "settings" in module.parts[-2:] or "settings" in module.outline.bound:  # Django's, which one name stands for
            yield module, "settings"


def _is_protocol(stmt: Statement) -> bool:
    return stmt.is_class and "Protocol" in stmt.names
