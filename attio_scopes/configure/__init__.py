"""Configure: `[tool.attio-scopes]` in pyproject.toml, or attio-scopes.yaml, to a checked `Config`.

Takes a folder to search from, or a file; gives the configuration and the folder that it holds for. Every wrong key, scope
or value is reported at once with its file, line and the nearest right name. It reads one file and runs nothing.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from attio_scopes.configure.check import ConfigCheck
from attio_scopes.configure.documents import Document, read_text, read_toml, read_yaml
from attio_scopes.model.config import Config
from attio_scopes.model.endpoint import ScopeInfo
from attio_scopes.model.errors import UserError
from attio_scopes.model.visible import visible

PYPROJECT = "pyproject.toml"
YAML_NAMES = ("attio-scopes.yaml", "attio-scopes.yml")
_OUR_HEADER = re.compile(r"^[ \t]*\[[ \t]*tool[ \t]*\.[ \t]*[\"']?attio-scopes\b", re.MULTILINE)

Catalogue = Callable[[], Sequence[ScopeInfo]]


@dataclass(frozen=True, slots=True)
class Configuration:
    """A configuration and where it holds.

    Attributes:
        config: what it says; `Config()` if there is no file.
        folder: absolute path of the folder of the file, or None.
        file: absolute path of the file, or None.
    """

    config: Config
    folder: str | None = None
    file: str | None = None


def find(start: str) -> str | None:
    """Look for a configuration file, from a path upwards.

    Args:
        start: a file or folder.

    Returns:
        absolute path of the nearest configuration file, or None.

    Raises:
        UserError: one folder has both kinds, or pyproject.toml cannot be read.
    """
    folder = os.path.abspath(start)
    if not os.path.isdir(folder):
        folder = os.path.dirname(folder)
    while True:
        found = [os.path.join(folder, name) for name in YAML_NAMES if os.path.isfile(os.path.join(folder, name))]
        pyproject = os.path.join(folder, PYPROJECT)
        if os.path.isfile(pyproject) and _has_our_table(pyproject):
            found.append(pyproject)
        if len(found) > 1:
            names = " and ".join(visible(os.path.relpath(path)) for path in found)
            raise UserError(f"{names} both configure attio-scopes: keep one")
        if found:
            return found[0]
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent


def load(file: str, catalogue: Catalogue) -> Configuration:
    """Read and check a configuration file.

    Args:
        file: path of pyproject.toml or of a YAML file.
        catalogue: gives the scope catalogue.

    Returns:
        the configuration; paths in its places are relative to the file's folder.

    Raises:
        UserError: every problem with it.
    """
    absolute = os.path.abspath(file)
    shown = os.path.relpath(absolute)
    document, prefix = _document(absolute, shown)
    config = ConfigCheck(document, prefix, catalogue()).config(_below(document, prefix))
    return Configuration(_with_places(config, os.path.basename(absolute)), os.path.dirname(absolute), absolute)


def configure(paths: Sequence[str], explicit: str | None, catalogue: Catalogue) -> Configuration:
    """The configuration that holds for the checked paths.

    Args:
        paths: as typed.
        explicit: the file given by `--config`, or None.
        catalogue: gives the scope catalogue.

    Returns:
        the configuration; an empty one if there is no file.

    Raises:
        UserError: a file has problems, or the paths have different configurations.
    """
    if explicit is not None:
        return load(explicit, catalogue)
    found = list(dict.fromkeys(find(path) for path in paths))
    if len(found) > 1:
        names = ", ".join("none" if path is None else visible(os.path.relpath(path)) for path in found)
        raise UserError(f"the paths have different configurations ({names}): check them one by one, or choose one with --config")
    if not found or found[0] is None:
        return Configuration(Config())
    return load(found[0], catalogue)


def _document(absolute: str, shown: str) -> tuple[Document, tuple[str, ...]]:
    text = read_text(absolute, shown)
    if not absolute.endswith(".toml"):
        return read_yaml(text, shown), ()
    document = read_toml(text, shown)
    if os.path.basename(absolute) == PYPROJECT or "tool" in document.values:
        return document, ("tool", "attio-scopes")
    return document, ()


def _below(document: Document, prefix: tuple[str, ...]) -> object:
    values: object = document.values
    for name in prefix:
        if not isinstance(values, dict) or name not in values:
            raise UserError(f"{visible(document.file)}: has no [{'.'.join(prefix)}] table")
        values = values[name]
    return values


def _has_our_table(pyproject: str) -> bool:
    """Whether a pyproject.toml configures this tool; one that belongs to others is not our business, even if broken."""
    shown = os.path.relpath(pyproject)
    try:
        text = read_text(pyproject, shown)
    except UserError:
        return False
    if "attio-scopes" not in text:
        return False
    try:
        values = read_toml(text, shown).values
    except UserError:
        if _OUR_HEADER.search(text):
            raise
        return False
    tool = values.get("tool")
    return isinstance(tool, dict) and "attio-scopes" in tool


def _with_places(config: Config, name: str) -> Config:
    """Show declarations under the name relative to the root, which is the file's folder."""
    tokens = tuple(
        replace(token, declared_at=tuple((scope, replace(place, path=name)) for scope, place in token.declared_at))
        for token in config.tokens
    )
    return replace(config, tokens=tokens)
