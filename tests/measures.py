"""The house in figures: lines, functions and complexity of each room, and the arrows between rooms.

    python -m tests.measures [FOLDER]       FOLDER: another checkout, to compare with

Complexity is counted as flake8 counts it (mccabe). An arrow is a room that imports another one, anywhere in it; a circle is a set of
rooms that lead to one another. The same is told of single modules, whatever rooms they are in.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from mccabe import PathGraphingAstVisitor

ROOT = Path(__file__).resolve().parent.parent


@dataclass(slots=True)
class Room:
    """A module or folder directly in the package.

    Attributes:
        lines: of all its modules.
        complexities: of each of its functions.
        leads_to: the rooms that it imports.
    """

    lines: int = 0
    complexities: list[int] = field(default_factory=list)
    leads_to: set[str] = field(default_factory=set)

    @property
    def mean(self) -> float:
        """The mean complexity of its functions."""
        return sum(self.complexities) / len(self.complexities) if self.complexities else 0.0


def rooms_of(root: Path) -> dict[str, Room]:
    """The rooms of a checkout by name, sorted."""
    package = root / "attio_scopes"
    rooms: dict[str, Room] = {}
    for path in sorted(package.rglob("*.py")):
        inside = path.relative_to(package)
        room = rooms.setdefault(inside.parts[0].removesuffix(".py"), Room())
        text = path.read_text(encoding="utf-8")
        tree = ast.parse(text)
        room.lines += len(text.splitlines())
        visitor = PathGraphingAstVisitor()
        visitor.preorder(tree, visitor)
        room.complexities += [graph.complexity() for graph in visitor.graphs.values()]
        room.leads_to |= _imported(tree)
    for name, room in rooms.items():
        room.leads_to = (room.leads_to & rooms.keys()) - {name}
    return rooms


def _imported(tree: ast.Module) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "attio_scopes":
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("attio_scopes."):
            found.add((node.module or "").split(".")[1])
    return found


def modules_of(root: Path) -> dict[str, set[str]]:
    """The modules of a checkout, and those that each imports, anywhere in it."""
    files = sorted((root / "attio_scopes").rglob("*.py"))
    paths = {".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__"): path for path in files}
    found: dict[str, set[str]] = {}
    for name, path in paths.items():
        named: set[str] = set()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module is not None:
                inner = {f"{node.module}.{alias.name}" for alias in node.names}
                named |= inner & paths.keys() or {node.module}
            elif isinstance(node, ast.Import):
                named.update(alias.name for alias in node.names)
        found[name] = (named & paths.keys()) - {name}
    return found


def circles(leads_to: Mapping[str, Iterable[str]]) -> list[frozenset[str]]:
    """Sets of rooms that lead to one another."""
    reached = {name: _reached(name, leads_to) for name in leads_to}
    found = {frozenset(other for other in reached[name] if name in reached[other]) for name in leads_to if name in reached[name]}
    return sorted(found, key=sorted)


def _reached(start: str, leads_to: Mapping[str, Iterable[str]]) -> set[str]:
    found: set[str] = set()
    todo = list(leads_to[start])
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            todo += leads_to[name]
    return found


def table(rooms: Mapping[str, Room], modules: Mapping[str, Iterable[str]]) -> str:
    """The figures as a table."""
    lines = [f"{'room':20} lines functions  mean  most  leads to"]
    for name, room in rooms.items():
        most = max(room.complexities, default=0)
        lines.append(f"{name:20} {room.lines:5} {len(room.complexities):9} {room.mean:5.1f} {most:5}  {', '.join(sorted(room.leads_to))}")
    every = [number for room in rooms.values() for number in room.complexities]
    arrows = sum(len(room.leads_to) for room in rooms.values())
    whole = f"{len(rooms)} rooms, {arrows} arrows, {len(circles({name: room.leads_to for name, room in rooms.items()}))} circles"
    whole += f", {len(modules)} modules with {sum(map(len, circles(modules)))} in circles"
    lines.append(
        f"{whole}, {sum(room.lines for room in rooms.values())} lines, mean complexity {sum(every) / len(every):.2f}, most {max(every)}"
    )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    checkout = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT
    sys.stdout.write(table(rooms_of(checkout), modules_of(checkout)))
