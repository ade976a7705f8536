"""A large application with an integration of ten files in it.

Takes a folder of installed packages, and a folder to make the tree in; gives the tree, and beside it the integration alone, at the same
paths. The packages' files are linked, not copied, and never changed: a module that is to import the integration becomes a file of its own.
Tests of the packages and files of theirs that say Attio are left out, so that the ten are all there is.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.survey import Offer, survey

PLANTED = Path(__file__).parent / "planted"
NAME = "crm_sync"
_LEFT_OUT = frozenset({"__pycache__", "test", "tests"})
# The three ways in which an application takes in an integration; the first two say nothing of Attio.
_IMPORTS = (
    "\n\ndef start_{name}(options):\n    from {package}.{name} import start\n\n    return start(options)\n",
    "\nfrom {package}.{name} import CrmLists, CrmNotes, CrmRecords\n\nCRM_PARTS = [CrmLists, CrmNotes, CrmRecords]\n",
    "\nfrom {package}.{name}.client import AttioClient\n\n\ndef crm_client(token=None):\n    return AttioClient(token)\n",
)


@dataclass(frozen=True, slots=True)
class Application:
    """The tree, the integration alone, and what was used of the framework; `left_out` counts files of it that say Attio."""

    tree: Path
    alone: Path
    offer: Offer
    left_out: int


def plant(packages_folder: Path, packages: Sequence[str], folder: Path, central: bool = False) -> Application:
    """Make both trees anew.

    Args:
        packages_folder: where packages are installed.
        packages: which of them are the application; the integration is put into the first.
        folder: where `application` and `alone` are made.
        central: whether the most imported modules import the integration, or usual ones.

    Raises:
        SystemExit: a package is not there, or offers too little.
    """
    tree, alone = folder / "application", folder / "alone"
    for each in (tree, alone):
        shutil.rmtree(each, ignore_errors=True)
        each.mkdir(parents=True)
    left_out = sum(_link(packages_folder / package, tree / package) for package in packages)
    offer = survey(tree, packages, central)
    for where in (tree, alone):
        _write(where / packages[0] / NAME, offer)
    for importer, text in zip(offer.importers, _IMPORTS, strict=True):
        changed = importer.read_bytes() + text.format(package=packages[0], name=NAME).encode()
        importer.unlink()  # it is a link: what it leads to stays as it is
        importer.write_bytes(changed)
    return Application(tree, alone, offer, left_out)


def _link(source: Path, target: Path) -> int:
    """Link a package's Python files; gives how many were left out since they say Attio."""
    left_out = 0
    for place, folders, names in os.walk(source):
        folders[:] = sorted(name for name in folders if name not in _LEFT_OUT)
        there = target / Path(place).relative_to(source)
        there.mkdir(parents=True, exist_ok=True)
        for name in names:
            path = Path(place, name)
            if path.suffix != ".py" or not path.is_file():
                continue
            if b"attio" in path.read_bytes().lower():
                left_out += 1
                continue
            try:
                os.link(path, there / name)
            except OSError:  # another file system
                shutil.copyfile(path, there / name)
    return left_out


def _write(folder: Path, offer: Offer) -> None:
    """Write the ten files, with what they take from the framework in place of its stand-in."""
    folder.mkdir(parents=True)
    for source in sorted(PLANTED.glob("*.py")):
        text = source.read_text(encoding="utf-8")
        for what, (module, name) in (("registrar", offer.registrar), ("decorator", offer.decorator), ("function", offer.function)):
            text = text.replace(f"from framework import {what} as", f"from {module} import {name} as")
        for number in range(1, 6):
            base = offer.bases[(number - 1) % len(offer.bases)]
            text = text.replace(f"from framework import Base{number}\n", f"from {base.module} import {base.name} as Base{number}\n")
            text = text.replace(f"self.inherited{number}()", f"self.{base.method}()" if base.method else "repr(self)")
        assert not re.search(r"\bframework\b|inherited\d", text), f"{source.name}: not everything was filled in"
        (folder / source.name).write_text(text, encoding="utf-8")
