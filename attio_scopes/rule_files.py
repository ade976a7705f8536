"""Finds and loads the rules: the scope manifest, the scope catalogue and the client models.

Takes nothing, or the path of another manifest; gives values. Never writes, except through `compile_rules`.

The rules are YAML for people and `compiled.json` for speed: the parsed data of every file with the digest of the bytes that it was
parsed from. A file that was changed since has another digest and is parsed again, so a stale `compiled.json` costs time, never truth.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from attio_scopes.disk import read_regular, write_text
from attio_scopes.manifest.decode import Decoder
from attio_scopes.model.endpoint import Manifest, ScopeCatalogue, ScopeWords, SourceFacts
from attio_scopes.model.errors import InternalError, UserError
from attio_scopes.model.visible import visible

if TYPE_CHECKING:
    from attio_scopes.strict_yaml import Tree

MANIFEST = "manifest.yaml"
SCOPES = "scopes.yaml"
SHOWN = "shown.yaml"
SOURCES = "sources.yaml"
CLIENTS = "clients"
FRAMEWORKS = "frameworks"
ENTRY_POINTS = "frameworks/entry_points.yaml"
_LARGEST = 64_000_000
"""Bytes of a manifest that a user gives; ours has half a million."""
COMPILED = "compiled.json"

Value = TypeVar("Value")


@lru_cache(maxsize=1)
def rules_folder() -> Path:
    """The folder of the rules: inside the package (a wheel), or beside it (a checkout, an editable install).

    Returns:
        the folder.

    Raises:
        InternalError: there is none.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "rules", package.parent / "rules"):
        if (folder / MANIFEST).is_file():
            return folder
    raise InternalError(f"the rules are missing: neither {package / 'rules'} nor {package.parent / 'rules'} has {MANIFEST}")


def load_manifest(path: str | None = None) -> Manifest:
    """The scope manifest.

    Args:
        path: a manifest file of the user's, or None for the shipped one.

    Returns:
        the manifest.

    Raises:
        UserError: the user's file cannot be read, is not YAML, or is no manifest; every problem with file and line.
    """
    if path is None:
        return _shipped_manifest()
    return read_manifest(path)


def read_manifest(path: str) -> Manifest:
    """A manifest from a file; see `load_manifest`."""
    return _user_manifest(_read(path), path)


def manifest_data(path: str | None) -> dict[str, Any]:
    """The plain data of a manifest that is one; see `load_manifest` for what it raises."""
    from attio_scopes.strict_yaml import decoded, read_yaml

    load_manifest(path)
    file = path or str(rules_folder() / MANIFEST)
    data: dict[str, Any] = read_yaml(decoded(_read(file), file), file).data
    return data


@lru_cache(maxsize=4)
def _user_manifest(content: bytes, name: str) -> Manifest:
    """The manifest that a file's bytes are; a run asks for it more than once."""
    return _parse(content, name, Decoder.manifest)


def load_scope_catalogue(manifest: Manifest | None = None) -> ScopeCatalogue:
    """The catalogue of the scopes that a manifest knows, sorted by resource.

    Args:
        manifest: the one in use, or None for the shipped one. One without a catalogue of its own (written by hand, or before manifests
            had one) has the shipped one's, and the scopes that its endpoints need.

    Returns:
        the scopes, each with our words on it where there are any.
    """
    from attio_scopes.manifest.words import scope_catalogue

    shipped = _shipped_manifest()
    manifest = manifest or shipped
    return scope_catalogue(manifest, manifest.scopes or shipped.scopes, _shipped_words())


def scopes_of(manifest_file: str | None) -> ScopeCatalogue:
    """The catalogue of the scopes of a manifest file, or of the shipped manifest; see `load_manifest` for what it raises."""
    return load_scope_catalogue(load_manifest(manifest_file))


@lru_cache(maxsize=1)
def _shipped_words() -> ScopeWords:
    return _shipped(SCOPES, Decoder.scope_words)


def load_source_facts() -> dict[str, SourceFacts]:
    """What is known of the manifest's sources, by the digest of their bytes; only building a manifest asks for it."""
    file = str(rules_folder() / SOURCES)
    return _parse(_read(file), file, Decoder.source_facts)


@lru_cache(maxsize=1)
def load_clients() -> dict[str, Any]:
    """The client models as they stand in rules/clients/*.yaml.

    Returns:
        the data of each file by its stem (`requests`, `httpx`), sorted.
    """
    folder = rules_folder()
    return {file.stem: _data(folder, f"{CLIENTS}/{file.name}") for file in sorted((folder / CLIENTS).glob("*.yaml"))}


@lru_cache(maxsize=1)
def load_shown() -> dict[str, Any]:
    """What only shows, compares or logs an address, as it stands in rules/shown.yaml."""
    data: dict[str, Any] = _data(rules_folder(), SHOWN)
    return data


@lru_cache(maxsize=1)
def load_entry_rules() -> list[dict[str, Any]]:
    """The rules for entry points as they stand in rules/frameworks/entry_points.yaml, in their order."""
    rules: list[dict[str, Any]] = _data(rules_folder(), ENTRY_POINTS)
    return rules


@lru_cache(maxsize=1)
def load_frameworks() -> list[dict[str, Any]]:
    """What is known of frameworks as it stands in rules/frameworks/*.yaml, without the rules for entry points."""
    folder = rules_folder()
    return [_data(folder, name) for name in _framework_names(folder) if name != ENTRY_POINTS]


def compile_rules(folder: Path) -> Path:
    """Write `compiled.json` anew.

    Args:
        folder: the folder of the rules.

    Returns:
        the file.

    Raises:
        UserError: a file of the rules is broken, or is not what its schema says; every problem with file and line.
    """
    from attio_scopes.strict_yaml import decoded, read_yaml

    compiled: dict[str, Any] = {}
    wrong: list[str] = []
    for name in _names(folder):
        content = _read(str(folder / name))
        tree = read_yaml(decoded(content, str(folder / name)), str(folder / name))
        wrong += [f"{folder / name}:{line}: {text}" for line, text in _mistakes(folder, name, tree)]
        compiled[name] = {"sha256": hashlib.sha256(content).hexdigest(), "data": tree.data}
    if wrong:
        raise UserError(*wrong)
    target = folder / COMPILED
    write_text(target, json.dumps(compiled, ensure_ascii=False, separators=(",", ":")) + "\n")
    for kept in (_compiled, _shipped_manifest, _shipped_words, load_clients, load_shown, load_entry_rules, load_frameworks):
        kept.cache_clear()
    return target


def _mistakes(folder: Path, name: str, tree: Tree) -> list[tuple[int, str]]:
    """What in a file of the rules is not what its schema says; the manifest and the catalogue have readers of their own."""
    from attio_scopes.manifest.conform import problems_of

    if name in (MANIFEST, SCOPES):
        return []
    about = Path(name).stem if name in (SHOWN, ENTRY_POINTS) else Path(name).parent.name
    schema = folder / "schema" / f"{about}.schema.json"
    problems = problems_of(tree.data, json.loads(schema.read_bytes()))
    return sorted((tree.line(pointer), visible(f"{'.'.join(map(str, pointer)) or 'the file'}: {text}")) for pointer, text in problems)


def stale_rules(folder: Path) -> tuple[str, ...]:
    """Names of the rule files that `compiled.json` does not have, or has as they were before; and of those that are gone."""
    compiled = _compiled(folder)
    names = _names(folder)
    changed = [name for name in names if compiled.get(name, {}).get("sha256") != hashlib.sha256((folder / name).read_bytes()).hexdigest()]
    return tuple(sorted({*changed, *(compiled.keys() - set(names))}))


def _names(folder: Path) -> list[str]:
    names = [name for name in (MANIFEST, SCOPES, SHOWN) if (folder / name).is_file()]
    return names + _framework_names(folder) + [f"{CLIENTS}/{file.name}" for file in sorted((folder / CLIENTS).glob("*.yaml"))]


def _framework_names(folder: Path) -> list[str]:
    return [f"{FRAMEWORKS}/{file.name}" for file in sorted((folder / FRAMEWORKS).glob("*.yaml"))]


@lru_cache(maxsize=1)
def _shipped_manifest() -> Manifest:
    return _shipped(MANIFEST, Decoder.manifest)


def _shipped(name: str, decode: Callable[[Decoder, Any], Value]) -> Value:
    folder = rules_folder()
    decoder = Decoder()
    value = decode(decoder, _data(folder, name))
    if not decoder.problems:
        return value
    return _parse(_read(str(folder / name)), str(folder / name), decode)


def _data(folder: Path, name: str) -> Any:
    """The data of a file of the rules: compiled where that is still the same, parsed otherwise."""
    content = _read(str(folder / name))
    entry = _compiled(folder).get(name)
    if isinstance(entry, dict) and entry.get("sha256") == hashlib.sha256(content).hexdigest():
        return entry.get("data")
    from attio_scopes.strict_yaml import decoded, read_yaml

    return read_yaml(decoded(content, str(folder / name)), str(folder / name)).data


@lru_cache(maxsize=2)
def _compiled(folder: Path) -> dict[str, Any]:
    """`compiled.json`; empty where it is missing or broken, since the YAML files say the same."""
    try:
        data = json.loads((folder / COMPILED).read_bytes())
    except (OSError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}


def _parse(content: bytes, name: str, decode: Callable[[Decoder, Any], Value]) -> Value:
    """Parse and decode; problems come with the line that they are on."""
    from attio_scopes.strict_yaml import decoded, read_yaml

    tree = read_yaml(decoded(content, name), name)
    decoder = Decoder()
    value = decode(decoder, tree.data)
    if decoder.problems:
        placed = sorted((tree.line(pointer), text) for pointer, text in decoder.problems)
        raise UserError(*(f"{name}:{line}: {text}" for line, text in placed))
    return value


def _read(name: str) -> bytes:
    try:
        return read_regular(name, _LARGEST)
    except FileNotFoundError:
        raise UserError(f"{name}: no such file") from None
    except IsADirectoryError:
        raise UserError(f"{name}: is a directory; a manifest is a file, such as rules/manifest.yaml") from None
    except (OSError, ValueError) as error:
        raise UserError(f"{name}: cannot be read: {getattr(error, 'strerror', None) or error}") from None
