"""Explain a code in words, for a terminal or as a page of docs/rules.

Takes a code, gives text. `python -m attio_scopes.explain FOLDER` writes the pages of all codes; a test compares them with what is
checked in.
"""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from attio_scopes.explain.rule_pages import PAGES, RulePage
from attio_scopes.model.finding import CODES, Code

INDEX = "README.md"


def find_code(text: str) -> Code | None:
    """The code that an id or a slug names, in any case."""
    wanted = text.casefold()
    return next((code for code in CODES if wanted in (code.id.casefold(), code.slug)), None)


def nearest_code(text: str) -> str | None:
    """The code or slug that is most like what was typed, or None."""
    names = [name for code in CODES for name in (code.id, code.slug)]
    return next(iter(get_close_matches(text, names, 1, 0.6) or get_close_matches(text.upper(), names, 1, 0.6)), None)


def page(code: Code) -> str:
    """The Markdown page of a code."""
    text = PAGES[code.id]
    parts = [
        f"# {code.id} {code.slug}",
        "<!-- Made by `python -m attio_scopes.explain docs/rules`; change attio_scopes/explain/rule_pages.py instead. -->",
        f"*{code.meaning}* Severity: {code.severity}{', unless the configuration says otherwise' if text.suppressible else ''}.",
        f"## What it means\n\n{text.means}",
        f"## Why it matters\n\n{text.matters}",
    ]
    if text.code:
        parts.append(f"## Example\n\n```python\n{text.code}```\n\n```toml\n{text.config}```")
    parts.append(f"## How to fix it\n\n{text.fix}")
    if text.better:
        parts.append(f"```python\n{text.better}```")
    if text.better_config:
        parts.append(f"```toml\n{text.better_config}```")
    parts.append(f"## How to configure it\n\n{_configure(code, text)}")
    return "\n\n".join(parts) + "\n"


def _configure(code: Code, text: RulePage) -> str:
    parts = [text.configure] if text.configure else []
    if text.suppressible:
        if code.id not in ("ATS101", "ATS102", "ATS901"):
            parts.append(f"One place: the comment `# attio-scopes: ignore[{code.id}] reason`, on the line or above it.")
        glob = "pyproject.toml" if code.id in ("ATS101", "ATS102") else "legacy/**"
        parts.append(f'Some files: `per-path-ignores = {{ "{glob}" = ["{code.id}"] }}`.')
        parts.append(f'Everywhere: `ignore = ["{code.id}"]`, or another severity: `severities = {{ {code.id} = "note" }}`.')
    else:
        parts.append("It cannot be switched off.")
    return "\n\n".join(parts)


def index() -> str:
    """The table of all codes, as Markdown."""
    rows = "\n".join(f"| [{code.id}]({code.id}.md) | {code.slug} | {code.severity} | {code.meaning} |" for code in CODES)
    made = "<!-- Made by `python -m attio_scopes.explain docs/rules`. -->"
    return f"# Codes\n\n{made}\n\n| code | name | severity | meaning |\n|---|---|---|---|\n{rows}\n"


def pages() -> dict[str, str]:
    """Name and text of every page of docs/rules."""
    return {**{f"{code.id}.md": page(code) for code in CODES}, INDEX: index()}


def code_text(code: Code, width: int = 100) -> str:
    """What a terminal shows on a code: the page, without the marks of Markdown that only get in the way there.

    Args:
        code: the code.
        width: columns of the terminal; sentences are wrapped to it, at 100 at the latest, examples are left as they are.

    Returns:
        lines that end with a line feed.
    """
    lines: list[str] = []
    fence = False
    for line in page(code).splitlines():
        if line.startswith("<!--"):
            continue
        if line.startswith("```"):
            fence = not fence
            continue
        if fence:
            lines.append(f"    {line}".rstrip())
        elif line.startswith("#"):
            lines.append(line.lstrip("# "))
        else:
            lines.extend(_wrapped(line, max(40, min(width, 100))))
    squeezed = [line for number, line in enumerate(lines) if line or (number and lines[number - 1])]
    return "\n".join(squeezed).strip("\n") + "\n"


def _wrapped(line: str, width: int) -> list[str]:
    import textwrap

    return textwrap.wrap(
        line.replace("*", "") if line.startswith("*") else line, width, break_long_words=False, break_on_hyphens=False
    ) or [""]


def write_pages(folder: Path) -> None:
    """Write every page into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
