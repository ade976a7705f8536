"""Loading: modules that a program loads by names made at run time, and what Python tells of those in a folder.

`LOADING` maps a dotted name to a function of (frame, arguments, place), as `EFFECTS` does. Never loads anything.
"""

from __future__ import annotations

from collections.abc import Callable

from attio_scopes.engine import bounds
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.values import known
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.library.urls import MODULE_INFO, NAMES
from attio_scopes.engine.operations import binary, imported
from attio_scopes.engine.project.imports import FOLDER
from attio_scopes.engine.summary import Here


def _import_module(fr: Frame, args: v.Arguments, here: Here) -> v.Value | None:
    name, package = args.get(0, "name"), args.get(1, "package")
    return imported(fr, name, fr.module, package) if name is not None else None


def _import(fr: Frame, args: v.Arguments, here: Here) -> v.Value | None:
    name = args.get(0, "name")
    return imported(fr, name, fr.module) if name is not None else None


def _modules_of(fr: Frame, args: v.Arguments, here: Here) -> v.Value | None:
    """`pkgutil.iter_modules(package.__path__)`: what tells of each module in a folder of the project."""
    return _told_of(fr, args, 1)


def _modules_below(fr: Frame, args: v.Arguments, here: Here) -> v.Value | None:
    """`pkgutil.walk_packages(package.__path__)`: the same of those further down."""
    return _told_of(fr, args, bounds.PATH)


def _told_of(fr: Frame, args: v.Arguments, levels: int) -> v.Value | None:
    path, prefix = args.get(0, "path"), args.get(1, "prefix") or v.text("")
    folder = path.args.positional[0] if isinstance(path, v.Made) and path.name == FOLDER else None
    if folder is None:
        return None
    above = tuple((known(folder) or "").split("."))
    below = {parts[len(above) :]: one for parts, one in fr.ask.program.by_parts.items() if parts[: len(above)] == above}
    wanted = sorted(rest for rest in below if 0 < len(rest) <= levels)
    if len(wanted) > bounds.ITEMS:
        return None
    finder = v.External("importlib.machinery.FileFinder")
    told = [(finder, binary(fr, "+", prefix, v.text(".".join(rest))), v.Scalar(below[rest].is_package)) for rest in wanted]
    named = [v.Arguments((), tuple(zip(NAMES[MODULE_INFO], one, strict=True))) for one in told]
    return v.Seq("list", tuple(v.Made(MODULE_INFO, one) for one in named))


LOADING: dict[str, Callable[[Frame, v.Arguments, Here], v.Value | None]] = {
    "importlib.import_module": _import_module,
    "builtins.__import__": _import,
    "pkgutil.iter_modules": _modules_of,
    "pkgutil.walk_packages": _modules_below,
}
