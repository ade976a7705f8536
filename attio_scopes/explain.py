"""Explain: a code, a scope or an endpoint in words, for a terminal or as a page of docs/rules.

Takes what was asked for together with the manifest and the catalogue, gives text. `python -m attio_scopes.explain FOLDER` writes
the pages of all codes; a test compares them with what is checked in.
"""

from __future__ import annotations

import sys
from difflib import get_close_matches
from pathlib import Path

from attio_scopes.model.endpoint import Endpoint, Manifest, ScopeInfo
from attio_scopes.model.finding import CODES, Code
from attio_scopes.model.rule_pages import PAGES, RulePage
from attio_scopes.model.scope import Access, Scope
from attio_scopes.model.visible import visible

INDEX = "README.md"


def find_code(text: str) -> Code | None:
    """The code that an id or a slug names, in any case."""
    wanted = text.casefold()
    return next((code for code in CODES if wanted in (code.id.casefold(), code.slug)), None)


def nearest_code(text: str) -> str | None:
    """The code or slug that is most like what was typed, or None."""
    names = [name for code in CODES for name in (code.id, code.slug)]
    return next(iter(get_close_matches(text, names, 1, 0.6) or get_close_matches(text.upper(), names, 1, 0.6)), None)


# --- codes -----------------------------------------------------------------------------------------------------


def page(code: Code) -> str:
    """The Markdown page of a code."""
    text = PAGES[code.id]
    parts = [
        f"# {code.id} {code.slug}",
        "<!-- Made by `python -m attio_scopes.explain docs/rules`; change attio_scopes/model/rule_pages.py instead. -->",
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


# --- scopes and endpoints --------------------------------------------------------------------------------------


def scope_text(scope: Scope, info: ScopeInfo | None, manifest: Manifest) -> str:
    """What a scope allows, and the endpoints that need it.

    Args:
        scope: the scope.
        info: its row of the catalogue, if it has one.
        manifest: of all endpoints.

    Returns:
        lines that end with a line feed.
    """
    other = Access.READ if scope.access is Access.READ_WRITE else Access.READ_WRITE
    lines = [str(scope)]
    if info is not None:
        lines.append(f"  Called {info.label} here (our name; no source says what Attio's settings call it).")
        lines.append(f"  {info.allows}" if info.allows else "  The manifest in use brings it; there are no words on it yet.")
        lines += [f"  Read from: {', '.join(info.source)}."] if info.source else []
    if scope.access is Access.READ_WRITE:
        lines.append(f"  It includes {scope.resource}:{other}.")
    exactly = _needing(manifest, scope)
    lines += ["", f"Endpoints that need it: {len(exactly)}", *(f"  {visible(endpoint.key)}" for endpoint in exactly)]
    narrower = _needing(manifest, Scope(scope.resource, other)) if scope.access is Access.READ_WRITE else ()
    if narrower:
        title = f"Endpoints that need {scope.resource}:{other}, which it includes: {len(narrower)}"
        lines += ["", title, *(f"  {visible(endpoint.key)}" for endpoint in narrower)]
    return "\n".join(lines) + "\n"


def _needing(manifest: Manifest, scope: Scope) -> tuple[Endpoint, ...]:
    return tuple(e for e in manifest.endpoints if any(scope in alternative.scopes for alternative in e.requirement.alternatives))


def endpoint_text(endpoint: Endpoint) -> str:
    """What an endpoint needs, in words."""
    lines = [visible(endpoint.key) + (f": {visible(endpoint.summary)}" if endpoint.summary else "")]
    if endpoint.deprecated:
        instead = f" It names {visible(endpoint.replaced_by)} instead." if endpoint.replaced_by else ""
        lines.append(f"  Attio's reference marks it as deprecated.{instead}")
    for alternative in endpoint.requirement.alternatives:
        scopes = " and ".join(str(scope) for scope in alternative.scopes) or "no scope"
        when = alternative.when
        if when is None:
            lines.append(f"  Needs {scopes}.")
            continue
        keys = [*(f"{key} in the query" for key in when.query_keys), *(f"{key} in the body" for key in when.body_keys)]
        told = f" (see {' or '.join(keys)})" if keys else ""
        lines.append(f"  Where {visible(when.name)} is {visible(when.value)}{told}: needs {scopes}.")
    if endpoint.levels:
        lines.append(f"  Serves tokens of: {', '.join(visible(level) for level in endpoint.levels)}.")
    lines.extend(f"  {line}" for line in _what_else(endpoint))
    if endpoint.docs:
        lines.append(f"  {visible(endpoint.docs)}")
    return "\n".join(lines) + "\n"


def _what_else(endpoint: Endpoint) -> list[str]:
    """What else decides whether a call goes through, and how well all of it is known."""
    lines = []
    if endpoint.stage:
        lines.append(f"It is in {endpoint.stage}, so it may still change.")
    if endpoint.on_request:
        lines.append("It has to be enabled for a workspace first.")
    if endpoint.plans:
        lines.append(f"The workspace needs the {' or the '.join(visible(plan) for plan in endpoint.plans)}.")
    if endpoint.refusals:
        codes = " or ".join(visible(code) for code in endpoint.refusals)
        lines.append(f"It may answer 403 with the code {codes}: that is not about scopes.")
    if not endpoint.in_newest:
        lines.append("It is not in the newest reference, which does not cover this part of the API.")
    if not endpoint.confirmed:
        lines.append("Its scopes are second-hand: no page of Attio's confirms them (`attio-scopes manifest show` names the source).")
    return lines


def write_pages(folder: Path) -> None:
    """Write every page into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_pages(Path(sys.argv[1]))
