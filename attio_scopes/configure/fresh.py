"""Fresh: the text of a first configuration, or of a first declaration in one that is there already.

Takes what each token needs and the names that the code gets it by; gives TOML or YAML. It reads and writes no file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from attio_scopes.model.errors import UserError
from attio_scopes.model.scope import Scope

MAYBE = "A call may need these; `attio-scopes scopes` shows which call:"
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_NAMES_SCHEMA = re.compile(r"^#\s*yaml-language-server\s*:.*\$schema\s*=", re.MULTILINE)


class Declaration(Struct, frozen=True):
    """A token to declare.

    Attributes:
        name: `default` for the only one.
        scopes: each with a remark for the reader, or "".
        possible: scopes that a call may need, and that are written as comments.
        env: names by which the code gets the token; left out for the only token.
    """

    name: str
    scopes: tuple[tuple[Scope, str], ...]
    env: tuple[str, ...] = ()
    possible: tuple[Scope, ...] = ()


def as_toml(declarations: Sequence[Declaration]) -> str:
    """The section for pyproject.toml."""
    blocks = []
    for declaration in declarations:
        name = declaration.name if _BARE_KEY.fullmatch(declaration.name) else json.dumps(declaration.name)
        header = "[tool.attio-scopes]" if len(declarations) == 1 else f"[tool.attio-scopes.tokens.{name}]"
        env = [f"env = {json.dumps(list(declaration.env))}"] if declaration.env and len(declarations) > 1 else []
        blocks.append("\n".join([header, *env, *_toml_scopes(declaration)]))
    return "\n\n".join(blocks) + "\n"


def _toml_scopes(declaration: Declaration) -> list[str]:
    if not declaration.scopes and not declaration.possible:
        return ["scopes = []"]
    items = [f'    "{scope}",{"  # " + remark if remark else ""}' for scope, remark in declaration.scopes]
    return ["scopes = [", *items, *(f"    {line}" for line in _perhaps(declaration, '# "{}",')), "]"]


def _perhaps(declaration: Declaration, form: str) -> list[str]:
    """Comments with the scopes that a call may need."""
    return [f"# {MAYBE}", *(form.format(scope) for scope in declaration.possible)] if declaration.possible else []


def as_yaml(declarations: Sequence[Declaration]) -> str:
    """The text of attio-scopes.yaml."""
    if len(declarations) == 1:
        return "\n".join(_yaml_scopes(declarations[0], "")) + "\n"
    lines = ["tokens:"]
    for declaration in declarations:
        lines.append(f"  {json.dumps(declaration.name)}:")
        if declaration.env:
            lines.append(f"    env: {json.dumps(list(declaration.env))}")
        lines += _yaml_scopes(declaration, "    ")
    return "\n".join(lines) + "\n"


def _yaml_scopes(declaration: Declaration, indent: str) -> list[str]:
    perhaps = [f"{indent}  {line}" for line in _perhaps(declaration, "# - {}")]
    if not declaration.scopes:
        return [f"{indent}scopes: []", *perhaps]
    items = (f"{indent}  - {scope}{'  # ' + remark if remark else ''}" for scope, remark in declaration.scopes)
    return [f"{indent}scopes:", *items, *perhaps]


def name_manifest(text: str, file: str, manifest: str) -> str:
    """A configuration that names its scope manifest; one that does already stays as it is.

    Args:
        text: of pyproject.toml with our section, or of our own YAML file.
        file: its path; its ending tells the format.
        manifest: path of the manifest, relative to that file.
    """
    from attio_scopes.configure.documents import read_yaml

    if not file.endswith(".toml"):
        named = "manifest" in read_yaml(text, file).values
        return text if named else f"{text}manifest: {json.dumps(manifest)}\n"
    import tomlkit

    document = tomlkit.parse(text)
    section: Any = document
    for name in ("tool", "attio-scopes"):
        section = section[name]
    section.setdefault("manifest", manifest)
    return tomlkit.dumps(document)


def add_declarations(text: str, file: str, declarations: Sequence[Declaration]) -> str:
    """Put declarations into a configuration file that declares no scopes yet.

    Args:
        text: of pyproject.toml (with or without our section), or of our own YAML file; "" for a new file.
        file: its path; its ending tells the format.
        declarations: the tokens.

    Returns:
        the text with the declarations; everything else stays as it was.

    Raises:
        UserError: the file is broken, or declares scopes or tokens already.
    """
    from attio_scopes.configure.documents import read_toml, read_yaml

    toml = file.endswith(".toml")
    document = (read_toml if toml else read_yaml)(text, file)
    section: object = document.values
    if toml:
        tool = document.values.get("tool")
        section = tool.get("attio-scopes", {}) if isinstance(tool, dict) else {}
    if isinstance(section, dict) and ("scopes" in section or "tokens" in section):
        raise UserError(f"{file}: declares scopes already; `attio-scopes check --fix` brings them up to date")
    if toml and section:
        return _into_section(text, declarations)
    end = "\r\n" if "\r\n" in text else "\n"
    gap = "" if not text.strip() else end if text.endswith("\n") else end * 2
    result = text + gap + (as_toml if toml else as_yaml)(declarations).replace("\n", end)
    if toml:
        read_toml(result, file)  # a `tool` that is written inline cannot be added to
    return result


def name_schema(text: str, schema: str) -> str:
    """A YAML text whose first line tells the YAML language server its schema; a text that names one stays as it is.

    Args:
        text: of our YAML file.
        schema: path of the schema, relative to that file.
    """
    if _NAMES_SCHEMA.search(text):
        return text
    end = "\r\n" if "\r\n" in text else "\n"
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    return f"{mark}# yaml-language-server: $schema={schema}{end}{text.removeprefix(mark)}"


def _into_section(text: str, declarations: Sequence[Declaration]) -> str:
    """Our section is there, with other keys: the scopes become part of it."""
    if len(declarations) > 1:
        return text + ("" if text.endswith("\n") else "\n") + "\n" + as_toml(declarations)
    import tomlkit

    document = tomlkit.parse(text)
    fresh = tomlkit.parse("\n".join(_toml_scopes(declarations[0])) + "\n")
    section: Any = document
    for name in ("tool", "attio-scopes"):
        section = section[name]
    section["scopes"] = fresh["scopes"]
    return tomlkit.dumps(document)
