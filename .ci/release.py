"""What has to be so before a release goes out, and its notes.

    python .ci/release.py ready TAG SOURCE     the tag, the version, the changelog and the addresses of pyproject.toml agree
    python .ci/release.py notes TAG            prints the changelog's section, for the release's page
    python .ci/release.py built TAG FOLDER     the folder holds the wheel and the sdist of that version, and nothing else

TAG is `v` and the version; SOURCE the address at which the repository can be read. Every problem is named at once. Ends with

    0     all is well
    1     something is not, and what
    2     wrong usage

The workflow `release` runs it, with the standard library alone; docs/releasing.md says what to do before.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import tomllib

ROOT = Path(__file__).resolve().parent.parent
_VERSION = re.compile(r'^__version__ = "([^"]+)"$', re.MULTILINE)
_TAG = re.compile(r"v\d+\.\d+\.\d+((a|b|rc)\d+)?")
_HEADING = re.compile(r"^## (\S+) \(([^)]*)\)$", re.MULTILINE)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def not_ready(root: Path, tag: str, source: str) -> Iterator[str]:
    """What keeps a commit from being released.

    Args:
        root: of the checkout.
        tag: that it has.
        source: address of the repository.
    """
    version = tag.removeprefix("v")
    if not _TAG.fullmatch(tag):
        yield f"the tag {tag!r} is not `v` and a version, such as v0.1.0"
    said = _VERSION.search((root / "attio_scopes" / "__init__.py").read_text(encoding="utf-8"))
    if said is None or said[1] != version:
        yield f"attio_scopes/__init__.py says {said[1] if said else 'no version'}, the tag {version}"
    dates = dict(_HEADING.findall((root / "CHANGELOG.md").read_text(encoding="utf-8")))
    if version not in dates:
        yield f"CHANGELOG.md has no heading `## {version} (date)`"
    elif not _DATE.fullmatch(dates[version]):
        yield f"CHANGELOG.md says {dates[version]!r} of {version}, where its date belongs"
    elif not notes(root, tag).strip():
        yield f"CHANGELOG.md says nothing of {version}"
    urls = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"].get("urls", {})
    if "Source" not in urls:
        yield f'pyproject.toml has no [project.urls]; add Source = "{source}", and the addresses that docs/releasing.md names'
    elif urls["Source"].rstrip("/") != source.rstrip("/"):
        yield f"pyproject.toml says that the source is at {urls['Source']}, and this is {source}"


def notes(root: Path, tag: str) -> str:
    """The changelog's section of a version, each entry on one line: a page of GitHub's shows every end of a line as one."""
    text = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    found = next((one for one in _HEADING.finditer(text) if one[1] == tag.removeprefix("v")), None)
    if found is None:
        return ""
    section = re.split(r"^## ", text[found.end() :], maxsplit=1, flags=re.MULTILINE)[0]
    return re.sub(r"\n +(?=\S)", " ", section).strip() + "\n"


def not_built(folder: Path, tag: str) -> Iterator[str]:
    """What a folder of built files has too much, or too little."""
    stem = f"attio_scopes-{tag.removeprefix('v')}"
    wanted = {f"{stem}-py3-none-any.whl", f"{stem}.tar.gz"}
    there = {file.name for file in folder.iterdir()}
    yield from (f"{folder} lacks {name}" for name in sorted(wanted - there))
    yield from (f"{folder} has {name} as well" for name in sorted(there - wanted))


def main(arguments: list[str]) -> int:
    """Do what the command line says; see the module."""
    match arguments:
        case ["ready", tag, source]:
            problems = list(not_ready(ROOT, tag, source))
        case ["notes", tag]:
            text = notes(ROOT, tag)
            sys.stdout.write(text)
            problems = [] if text.strip() else [f"CHANGELOG.md says nothing of {tag}"]
        case ["built", tag, folder]:
            problems = list(not_built(Path(folder), tag))
        case _:
            sys.stderr.write(__doc__ or "")
            return 2
    sys.stderr.writelines(f"{problem}\n" for problem in problems)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
