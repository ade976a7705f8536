"""Misspelt: what may have been meant as a configuration, where none was found.

Takes a folder, gives sentences. It reads pyproject.toml, and looks at names.
"""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Iterator

from attio_scopes.configure.documents import read_text, read_toml
from attio_scopes.model.errors import UserError
from attio_scopes.model.visible import visible

_FILES = ("attio-scopes.yaml", "attio-scopes.yml")
_NAMES = ("attio-scopes",)


def near_misses(folder: str) -> Iterator[str]:
    """What is there that looks like a configuration and is none.

    Args:
        folder: absolute path of the project's folder.
    """
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return
    for name in names:
        plain = name.lower().lstrip(".").replace("_", "-")
        if name not in _FILES and re.fullmatch(r"attio-?scopes?\.(?:ya?ml|toml|json|cfg|ini)", plain):
            yield f"{visible(os.path.relpath(os.path.join(folder, name)))} is not read: its name must be attio-scopes.yaml."
    if "pyproject.toml" in names:
        yield from _tables(os.path.join(folder, "pyproject.toml"))


def _tables(file: str) -> Iterator[str]:
    shown = os.path.relpath(file)
    try:
        values = read_toml(read_text(file, shown), shown).values
    except UserError as error:
        yield from error.problems
        return
    tool = values.get("tool")
    for prefix, table in (("tool.", tool if isinstance(tool, dict) else {}), ("", values)):
        for name in table:
            plain = name.lower().replace("_", "-")
            if name != "attio-scopes" or not prefix:
                near = difflib.get_close_matches(plain, _NAMES, n=1, cutoff=0.85)
                if near:
                    yield f"{visible(shown)}: [{prefix}{visible(name)}] is not read: it must be [tool.attio-scopes]."
