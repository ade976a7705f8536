"""Workload: how much of a project a run searched, parsed and worked out, and which bounds it reached, in sentences for `--verbose`.

Takes counts, the linked modules and what the engine noted; gives lines of text. Nothing that a report says depends on them. Never reads a
file, and never makes a run do more: it names what was read already.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from attio_scopes.model.program import Module, Program

_PLACES = 3


def workload(
    searched: int, matter: int, program: Program, functions: int, bodies: int, reached: Mapping[str, Iterable[str]]
) -> tuple[str, ...]:
    """What a run did.

    Args:
        searched: how many files were searched for Attio.
        matter: how many of these can have to do with it.
        program: the linked modules.
        functions: how many functions were worked out, once for each class of their `self`.
        bodies: how often a function's body was worked out for them.
        reached: the bounds that were reached, each with where.

    Returns:
        one line for each thing that there is to say.
    """
    read = program.modules
    beside = sum(not module.chosen for module in read)
    more = f", {_files(beside)} more because imports lead there" if beside else ""
    lines = [
        f"searched {_files(searched)} for Attio: {matter} can have to do with it",
        f"parsed {_files(len(read) - beside)}{more}",
        f"worked out {functions} {'function' if functions == 1 else 'functions'} in {bodies} {'pass' if bodies == 1 else 'passes'}",
    ]
    farthest = _farthest(program, read)
    if len(farthest) > 1:
        lines.append("farthest file: " + _chain(farthest))
    for name, places in sorted(reached.items()):
        where = sorted(place for place in places if place)
        shown = ", ".join(where[:_PLACES]) + (f" and {len(where) - _PLACES} more" if len(where) > _PLACES else "")
        lines.append(f"bound reached: {name}" + (f" at {shown}" if shown else ""))
    return tuple(lines)


def _files(count: int) -> str:
    return "1 file" if count == 1 else f"{count:,} files"


def _farthest(program: Program, read: Sequence[Module]) -> list[tuple[str, str]]:
    """The steps from a file that says Attio to the one that is most steps away: each file, and how it comes by the one before."""
    imports = {module: _imported(program, module) for module in read}
    importers: dict[Module, list[Module]] = {}
    for module, found in imports.items():
        for one in found:
            importers.setdefault(one, []).append(module)
    steps: dict[Module, list[tuple[str, str]]] = {module: [(module.path, "")] for module in read if module.outline.mentions}
    pending = list(steps)
    for module in pending:  # it grows meanwhile: the nearest come first
        down = [(one, "imports") for one in imports[module]]
        up = [(one, "is imported by") for one in importers.get(module, ())]
        for one, how in (*down, *up):
            if one not in steps and one in imports:
                steps[one] = [*steps[module], (one.path, how)]
                pending.append(one)
    return steps[pending[-1]] if pending else []


def _imported(program: Program, module: Module) -> tuple[Module, ...]:
    """The modules that a module imports."""
    items = (item for stmt in module.outline.statements for item in stmt.imports)
    found = (program.find(module, item.module, item.level, tuple(item.names or ())) for item in items)
    return tuple(dict.fromkeys(one for one in found if isinstance(one, Module)))


def _chain(steps: Sequence[tuple[str, str]]) -> str:
    """`a.py imports b.py, which is imported by c.py`."""
    text = steps[0][0]
    for number, (path, how) in enumerate(steps[1:]):
        text += f"{', which' if number else ''} {how} {path}"
    return text
