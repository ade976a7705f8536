"""Modules that tell that they were imported: what a stranger's checkout may have beside the code that is looked at.

Takes a folder, writes a module of every name that something could look for there; says which of them were run.
"""

from __future__ import annotations

import sys
from pathlib import Path

OTHERS = (
    "attio_scopes", "click", "hatchling", "libcst", "msgspec", "packaging", "pathspec", "pip", "pluggy", "pyproject_hooks", "setuptools",
    "sitecustomize", "tomli", "tomlkit", "usercustomize", "virtualenv", "wheel", "yaml",
)  # fmt: skip
"""Beside the standard library: our package, what it imports, and what installs and builds it."""
NAMES = sorted({*sys.stdlib_module_names, *OTHERS} - {"__main__"})


def plant(folder: Path, marks: Path) -> None:
    """Write the modules; each that is imported leaves its name in `marks` and ends the process that did it."""
    marks.mkdir(parents=True, exist_ok=True)
    folder.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        # Nothing is imported to tell it: that would be the next of them.
        text = f"open({str(marks / name)!r}, 'a').close()\nraise SystemExit({f'{name} was imported from the checkout'!r})\n"
        (folder / f"{name}.py").write_text(text, encoding="utf-8")


def imported(marks: Path) -> list[str]:
    """The names that were imported."""
    return sorted(path.name for path in marks.iterdir())
