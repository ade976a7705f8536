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
_TOP = ".git"
"""What stands in the top folder of a repository: what is above it is no part of the project."""
# Our table in a text that is not TOML: `[tool.attio-scopes…`, `tool.attio-scopes.scopes =`, `attio-scopes = {`; not `"attio-scopes==1.0"`.
_OUR_TABLE = re.compile(r"""tool["']?[ \t]*\.[ \t]*["']?attio-scopes\b|attio-scopes["']?[ \t]*(?:\.|=(?!=))""")

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
    """Look for a configuration file, from a path upwards, as far as the top of the repository.

    Args:
        start: a file or folder.

    Returns:
        absolute path of the nearest configuration file, or None.

    Raises:
        UserError: one folder has both kinds, or a file that may be the configuration cannot be read: what it says is not known, and
            one further up does not stand in for it.
    """
    folder = os.path.abspath(start)
    if not os.path.isdir(folder):
        folder = os.path.dirname(folder)
    while True:
        found = [path for name in YAML_NAMES if _is_there(path := os.path.join(folder, name))]
        pyproject = os.path.join(folder, PYPROJECT)
        if _is_there(pyproject) and _has_our_table(pyproject):
            found.append(pyproject)
        if len(found) > 1:
            names = " and ".join(visible(os.path.relpath(path)) for path in found)
            raise UserError(f"{names} both configure attio-scopes: keep one")
        if found:
            return found[0]
        parent = os.path.dirname(folder)
        if parent == folder or os.path.lexists(os.path.join(folder, _TOP)):
            return None
        folder = parent


def _is_there(path: str) -> bool:
    """Whether there is something of that name, a file or not: what cannot be looked at is there."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise UserError(f"{visible(os.path.relpath(path))}: cannot be read ({error.strerror})") from error
    return True


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
    """Whether a pyproject.toml configures this tool; one that belongs to others is not our business, even if it is not TOML."""
    shown = os.path.relpath(pyproject)
    text = read_text(pyproject, shown)
    if "attio-scopes" not in text and "\\" not in text:  # a key may be written with escapes
        return False
    try:
        values = read_toml(text, shown).values
    except UserError:
        if _OUR_TABLE.search(text):
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
