"""A hook of mkdocs: what pages link outside docs/ becomes a part of the site.

Takes mkdocs' list of files and its pages, gives them with a page for each kind of annotated case, with CONTRIBUTING.md, CHANGELOG.md and
SECURITY.md, and with links to those turned to where they are in the site. So a link works both in the repository and on the site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGES = {"CONTRIBUTING.md": "contributing.md", "CHANGELOG.md": "changelog.md", "SECURITY.md": "security.md"}
CASES = ROOT / "tests" / "cases"
_TO_A_CASE = re.compile(r"\]\((?:\.\./)+tests/cases/(\w+)/(\w+)[^)\s]*\)")


def on_files(files: Any, config: Any) -> Any:
    """Add the pages."""
    from mkdocs.structure.files import File, InclusionLevel

    for source, page in PAGES.items():
        files.append(File.generated(config, page, abs_src_path=str(ROOT / source)))
    for kind in sorted(path for path in CASES.iterdir() if path.is_dir() and not path.name.startswith(("_", "."))):
        text = "\n\n".join(_cases(kind)) + "\n"
        files.append(File.generated(config, f"cases/{kind.name}.md", content=text, inclusion=InclusionLevel.NOT_IN_NAV))
    return files


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str:
    """Turn the links."""
    top = "../" * page.file.src_uri.count("/")
    for source, name in PAGES.items():
        markdown = markdown.replace(f"]({top}../{source}", f"]({top}{name}")
        if page.file.src_uri == name:
            markdown = markdown.replace("](docs/", "](")
    return _TO_A_CASE.sub(lambda link: f"]({top}cases/{link[1]}.md#{link[2]})", markdown)


def _cases(kind: Path) -> Iterator[str]:
    """The parts of the page of a kind: each case under a heading of its own, with its files."""
    yield "---\nsearch:\n  exclude: true\n---"
    yield f"# Cases: {kind.name}"
    yield "Small programs that the project's tests analyse. A comment on the line of a call says what has to come out."
    for case in sorted(path for path in kind.iterdir() if path.is_dir() or path.suffix == ".py"):
        if case.name.startswith(("_", ".")):
            continue
        yield f"## {case.stem} {{ #{case.stem} }}"
        for file in [case] if case.is_file() else sorted(case.rglob("*.py")):
            shown = file.relative_to(kind).as_posix()
            yield f'````python title="{shown}"\n{file.read_text(encoding="utf-8").rstrip()}\n````'
