"""The ways to keep a path: constants, classes, enumerations, tables of templates, functions that build one.

Takes the pieces of a path, writes where it is kept, gives the expression for the place of use.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tests.generated.paths import Hole, expression, quoted
from tests.generated.project import Draw, Module, Project, chance, pick

Parts = Sequence[str | Hole]


def path_code(draw: Draw, project: Project, module: Module, parts: Parts) -> str:
    """Code for a path, written out at the place of use or kept elsewhere."""
    if pick(draw, (True, True, False)):
        return expression(draw, parts)
    home = module if chance(draw) else project.module("routes")
    way = pick(draw, BUILT if any(isinstance(part, Hole) for part in parts) else FIXED)
    name, access = way(draw, project, home, parts)
    return project.refer(draw, name, home, module) + access


def constant(draw: Draw, project: Project, home: Module, parts: Parts) -> tuple[str, str]:
    name = project.name("PATH")
    home.add(f"{name} = {expression(draw, parts)}")
    return name, ""


def on_class(draw: Draw, project: Project, home: Module, parts: Parts) -> tuple[str, str]:
    name = project.name("Paths")
    home.add(f"class {name}:", '    other = "/elsewhere"', f"    this = {expression(draw, parts)}", "")
    return name, ".this"


def member(draw: Draw, project: Project, home: Module, parts: Parts) -> tuple[str, str]:
    name = project.name("Route")
    home.need("from enum import Enum")
    home.add(f"class {name}({pick(draw, ('Enum', 'str, Enum'))}):", '    OTHER = "/elsewhere"', f"    THIS = {expression(draw, parts)}", "")
    return name, ".THIS.value"


def in_table(draw: Draw, project: Project, home: Module, parts: Parts) -> tuple[str, str]:
    name = project.name("ROUTES")
    home.add(f"{name} = {{", '    "other": "/elsewhere",', f'    "this": {expression(draw, parts)},', "}")
    return name, pick(draw, ('["this"]', '.get("this")'))


def template(draw: Draw, project: Project, home: Module, parts: Parts) -> tuple[str, str]:
    name = project.name("TEMPLATE")
    codes = [part.code for part in parts if isinstance(part, Hole)]
    names = [f"p{number}" for number in range(len(codes))]
    order = iter(names)
    home.add(f"{name} = " + quoted("".join(f"{{{next(order)}}}" if isinstance(part, Hole) else part for part in parts)))
    return name, f".format({', '.join(f'{left}={right}' for left, right in zip(names, codes, strict=True))})"


def built(draw: Draw, project: Project, home: Module, parts: Parts) -> tuple[str, str]:
    name = project.name("path_to")
    codes = [part.code for part in parts if isinstance(part, Hole)]
    names = [f"p{number}" for number in range(len(codes))]
    order = iter(names)
    inner = expression(draw, [Hole(next(order)) if isinstance(part, Hole) else part for part in parts])
    if chance(draw):
        home.add(f"{name} = lambda {', '.join(names)}: {inner}")
    else:
        home.add(f"def {name}({', '.join(names)}):", f"    return {inner}", "")
    return name, f"({', '.join(codes)})"


Way = Callable[[Draw, Project, Module, Parts], tuple[str, str]]
FIXED: tuple[Way, ...] = (constant, on_class, member, in_table, built)
BUILT: tuple[Way, ...] = (template, built)
