"""A hook of mkdocs: files of the repository outside docs/ that pages link to become files of the site.

Takes mkdocs' list of files and its pages, gives them with the annotated cases, CONTRIBUTING.md and CHANGELOG.md added, and links
to those turned to where they are in the site. So a link works both in the repository and on the site.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGES = {"CONTRIBUTING.md": "contributing.md", "CHANGELOG.md": "changelog.md"}
CASES = "tests/cases"


def on_files(files: Any, config: Any) -> Any:
    """Add the files."""
    from mkdocs.structure.files import File

    for source, page in PAGES.items():
        files.append(File.generated(config, page, abs_src_path=str(ROOT / source)))
    for case in sorted((ROOT / CASES).rglob("*.py")):
        name = f"cases/{case.relative_to(ROOT / CASES).as_posix()}"
        files.append(File.generated(config, name, abs_src_path=str(case)))
    return files


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str:
    """Turn the links."""
    top = "../" * page.file.src_uri.count("/")
    markdown = markdown.replace(f"]({top}../{CASES}/", f"]({top}cases/")
    for source, name in PAGES.items():
        markdown = markdown.replace(f"]({top}../{source}", f"]({top}{name}")
    return markdown
