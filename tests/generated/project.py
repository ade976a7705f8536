"""A program under construction: its modules, their names, and how they import from one another.

Takes lines, gives files. Every name is given out once in the whole program, so nothing shadows anything.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from hypothesis import strategies as st

T = TypeVar("T")
Draw = Callable[[st.SearchStrategy[Any]], Any]


def pick(draw: Draw, options: Sequence[T]) -> T:
    """One of the options; a smaller program has the first."""
    chosen: T = draw(st.sampled_from(options))
    return chosen


def chance(draw: Draw) -> bool:
    """Yes or no; a smaller program has no."""
    return bool(draw(st.booleans()))


@dataclass(slots=True)
class Module:
    """A module: `dotted` is its name, `""` for the script that is run."""

    dotted: str
    imports: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    def need(self, *imports: str) -> None:
        """Import lines at the top, each once."""
        self.imports += [line for line in dict.fromkeys(imports) if line not in self.imports]

    def add(self, *lines: str) -> None:
        """Lines at the end."""
        self.lines += lines

    @property
    def path(self) -> str:
        """Where the file stands."""
        return f"{self.dotted.replace('.', '/')}.py" if self.dotted else "main.py"

    @property
    def package(self) -> str:
        """The package that it is in, or ""."""
        return self.dotted.rpartition(".")[0]

    def text(self) -> str:
        """The source."""
        return "\n".join([*self.imports, "", *self.lines]) + "\n"


class Project:
    """The modules of a program. `layout` is flat, or a package whose __init__ may pass names on."""

    def __init__(self, packaged: bool) -> None:
        self.packaged = packaged
        self.modules: dict[str, Module] = {}
        self._names = {"crm", "client", "config", "service", "routes", "objects", "main"}  # of modules
        self._passed_on = Module("crm.__init__")

    def module(self, name: str) -> Module:
        """The module of that name, in the package if there is one; `main` is the script."""
        dotted = "" if name == "main" else f"crm.{name}" if self.packaged else name
        return self.modules.setdefault(dotted, Module(dotted))

    def name(self, wanted: str) -> str:
        """A name that nothing else has."""
        found, number = wanted, 2
        while found in self._names:
            found, number = f"{wanted}_{number}", number + 1
        self._names.add(found)
        return found

    def refer(self, draw: Draw, name: str, source: Module, to: Module) -> str:
        """Make a name of one module usable in another.

        Args:
            draw: of the strategy.
            name: as the module that has it calls it.
            source: that module.
            to: where it is to be used.

        Returns:
            the expression to use there.
        """
        if source is to:
            return name
        inside = bool(to.package) and to.package == source.package
        styles = ["name", "renamed", "module", "module renamed"]
        if source.package:
            styles += ["submodule"] if inside else ["submodule", "passed on", "passed on renamed"]
        style = pick(draw, styles)
        short = source.dotted.rpartition(".")[2]
        place = f".{short}" if inside and chance(draw) else source.dotted
        if style == "name":
            to.need(f"from {place} import {name}")
            return name
        if style == "renamed":
            other = self.name(f"{name}_alias")
            to.need(f"from {place} import {name} as {other}")
            return other
        if style == "module":
            to.need(f"import {source.dotted}")
            return f"{source.dotted}.{name}"
        if style == "module renamed":
            other = self.name(f"{short}_module")
            to.need(f"import {source.dotted} as {other}")
            return f"{other}.{name}"
        if style == "submodule":
            other = self.name(f"{short}_part")
            to.need(f"from {'.' if place.startswith('.') else source.package} import {short} as {other}")
            return f"{other}.{name}"
        public = name if style == "passed on" else self.name(f"{name}_public")
        self._passed_on.need(f"from .{short} import {name}" + ("" if public == name else f" as {public}"))
        to.need(f"from {source.package} import {public}")
        return public

    def files(self) -> dict[str, str]:
        """Path and text of every file."""
        found = {module.path: module.text() for module in self.modules.values()}
        if self.packaged:
            found[self._passed_on.path] = self._passed_on.text()
        return found
