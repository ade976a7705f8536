"""Configure: `[tool.attio-scopes]` in pyproject.toml, or attio-scopes.yaml, to a checked `Config`.

Takes a folder to search from, or a file; gives the configuration and the folder that it holds for. Every wrong key, scope
or value is reported at once with its file, line and the nearest right name. It reads one file and runs nothing.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from attio_scopes.configure.check import ConfigCheck
from attio_scopes.configure.documents import Document, read_text, read_toml, read_yaml
from attio_scopes.configure.listing import Listing, read_listing, split_target
from attio_scopes.configure.manifest_file import above, beside, named
from attio_scopes.model.config import Config
from attio_scopes.model.endpoint import ScopeCatalogue
from attio_scopes.model.errors import UserError
from attio_scopes.model.visible import visible

PYPROJECT = "pyproject.toml"
YAML_NAMES = ("attio-scopes.yaml", "attio-scopes.yml")
_TOP = ".git"
"""What stands in the top folder of a repository: what is above it is no part of the project."""
# Our table in a text that is not TOML: `[tool.attio-scopes…`, `tool.attio-scopes.scopes =`, `attio-scopes = {`; not `"attio-scopes==1.0"`.
_OUR_TABLE = re.compile(r"""tool["']?[ \t]*\.[ \t]*["']?attio-scopes\b|attio-scopes["']?[ \t]*(?:\.|=(?!=))""")

Catalogue = Callable[[str | None], ScopeCatalogue]
"""Gives the scopes of a manifest by its path; of the shipped one for None."""


class Configuration(Struct, frozen=True):
    """A configuration and where it holds.

    Attributes:
        config: what it says; `Config()` if there is no file.
        folder: absolute path of the folder of the file, or None.
        file: absolute path of the file, or None.
        manifest_file: path of the scope manifest in use; None for the shipped one.
    """

    config: Config
    folder: str | None = None
    file: str | None = None
    manifest_file: str | None = None


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
        found = in_folder(folder)
        if found is not None:
            return found
        parent = os.path.dirname(folder)
        if parent == folder or os.path.lexists(os.path.join(folder, _TOP)):
            return None
        folder = parent


def in_folder(folder: str) -> str | None:
    """The configuration file that a folder has, or None.

    Args:
        folder: absolute path.

    Raises:
        UserError: as `find`.
    """
    found = [path for name in YAML_NAMES if _is_there(path := os.path.join(folder, name))]
    pyproject = os.path.join(folder, PYPROJECT)
    if _is_there(pyproject) and _has_our_table(pyproject):
        found.append(pyproject)
    if len(found) > 1:
        names = " and ".join(visible(os.path.relpath(path)) for path in found)
        raise UserError(f"{names} both configure attio-scopes: keep one")
    return found[0] if found else None


def _is_there(path: str) -> bool:
    """Whether there is something of that name, a file or not: what cannot be looked at is there."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise UserError(f"{visible(os.path.relpath(path))}: cannot be read ({error.strerror})") from error
    return True


def load(file: str, catalogue: Catalogue, manifest_file: str | None = None) -> Configuration:
    """Read and check a configuration file.

    Args:
        file: path of pyproject.toml or of a YAML file.
        catalogue: gives the scopes that a manifest knows.
        manifest_file: the manifest given by `--manifest`; otherwise the one that the configuration names, or the one beside it.

    Returns:
        the configuration; paths in its places are relative to the file's folder.

    Raises:
        UserError: every problem with it.
    """
    absolute = os.path.abspath(file)
    shown = os.path.relpath(absolute)
    document, prefix = _document(absolute, shown)
    values = _below(document, prefix)
    folder = os.path.dirname(absolute)
    manifest_file = manifest_file or _manifest_of(values, folder)
    config = ConfigCheck(document, prefix, catalogue(manifest_file), partial(listed_in, folder)).config(values)
    return Configuration(_with_places(config, os.path.basename(absolute)), folder, absolute, manifest_file)


def listed_in(folder: str, source: str) -> Listing:
    """The list of scopes that `FILE:NAME` names, with places relative to the configuration's folder.

    Raises:
        UserError: it leads out of the folder, cannot be read, or there is no such list.
    """
    file, name = split_target(source)
    absolute = os.path.join(folder, file)
    inside = os.path.relpath(os.path.realpath(absolute), os.path.realpath(folder))
    if os.path.isabs(file) or inside.startswith(os.pardir):
        raise UserError(f"{visible(file)}: is not below the configuration's folder")
    text = read_text(absolute, file).replace("\r\n", "\n")
    return read_listing(text, inside.replace(os.sep, "/"), name)


def configure(paths: Sequence[str], explicit: str | None, catalogue: Catalogue, manifest_file: str | None = None) -> Configuration:
    """The configuration that holds for the checked paths.

    Args:
        paths: as typed.
        explicit: the file given by `--config`, or None.
        catalogue: gives the scopes that a manifest knows.
        manifest_file: the manifest given by `--manifest`, or None.

    Returns:
        the configuration; an empty one if there is no file.

    Raises:
        UserError: a file has problems, or the paths have different configurations or manifests.
    """
    if explicit is not None:
        return load(explicit, catalogue, manifest_file)
    found = list(dict.fromkeys(find(path) for path in paths))
    if len(found) > 1:
        raise UserError(_different("configurations", found, "--config"))
    if found and found[0] is not None:
        return load(found[0], catalogue, manifest_file)
    if manifest_file is None:
        manifests = list(dict.fromkeys(above(path) for path in paths))
        if len(manifests) > 1:
            raise UserError(_different("manifests", manifests, "--manifest"))
        manifest_file = manifests[0] if manifests else None
    return Configuration(Config(), manifest_file=manifest_file)


def manifest_in_use(start: str, config_file: str | None = None) -> str | None:
    """The scope manifest of the project around a path, whatever else its configuration says.

    Args:
        start: a file or folder.
        config_file: the configuration given by `--config`; otherwise it is looked for.

    Returns:
        its path, or None for the shipped one.

    Raises:
        UserError: the configuration cannot be read, or names a manifest that is not there.
    """
    file = config_file or find(start)
    if file is None:
        return above(start)
    document, prefix = _document(os.path.abspath(file), os.path.relpath(file))
    return _manifest_of(_below(document, prefix), os.path.dirname(os.path.abspath(file)))


def named_manifest(start: str, config_file: str | None = None) -> str | None:
    """Absolute path of the manifest that the configuration around a path names, whether it is there or not; None where it names none."""
    file = config_file or find(start)
    if file is None:
        return None
    file = os.path.abspath(file)
    document, prefix = _document(file, os.path.relpath(file))
    values = _below(document, prefix)
    text = values.get("manifest") if isinstance(values, dict) else None
    return os.path.normpath(os.path.join(os.path.dirname(file), text)) if isinstance(text, str) and text else None


def _manifest_of(values: object, folder: str) -> str | None:
    """The manifest that a configuration names; one that is no text is told when the configuration is checked."""
    text = values.get("manifest") if isinstance(values, dict) else None
    return named(folder, text) if isinstance(text, str) and text else beside(folder)


def _different(what: str, found: Sequence[str | None], option: str) -> str:
    names = ", ".join("none" if path is None else visible(os.path.relpath(path)) for path in found)
    return f"the paths have different {what} ({names}): check them one by one, or choose one with {option}"


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
        token
        if token.source
        else replace(token, declared_at=tuple((scope, replace(place, path=name)) for scope, place in token.declared_at))
        for token in config.tokens
    )
    named_at = tuple((key, scope, replace(place, path=name)) for key, scope, place in config.named_at)
    return replace(config, tokens=tokens, named_at=named_at)
