"""The output formats: name, module, media type; and the one way to render a report in any of them.

Takes a format's name and a `Report`, gives text. A format's module is imported when it is asked for. Never writes anything.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import cast

from msgspec import Struct

from attio_scopes.model.errors import UserError
from attio_scopes.model.report import Report

Renderer = Callable[..., str]


class Format(Struct, frozen=True):
    """An output format.

    Attributes:
        name: what `--format` takes.
        module: that has `render(report, sources, …) -> str`.
        media_type: of the text.
        extension: that a file of it usually has, with its dot.
        summary: what reads it, for `--help`.
        from_here: its reader looks files up in the folder where a job runs, so that paths are to be relative to that folder;
            otherwise they stay relative to the checked root, as the report's contract says.
        for_people: it is drawn for a terminal; its `render` takes `color`, `width`, `shown` and `statistics` as `text.render` does.
    """

    name: str
    module: str
    media_type: str
    extension: str
    summary: str
    from_here: bool = True
    for_people: bool = False


FORMATS: tuple[Format, ...] = (
    Format("text", "attio_scopes.report.automatic", "text/plain", ".txt", "people: full, or grouped if there are many", False, True),
    Format("full", "attio_scopes.report.text", "text/plain", ".txt", "people: each finding with its code and what to do", False, True),
    Format("concise", "attio_scopes.report.concise", "text/plain", ".txt", "people: a line for each finding", False, True),
    Format("grouped", "attio_scopes.report.grouped", "text/plain", ".txt", "people: findings by scope, file or token", False, True),
    Format("json", "attio_scopes.report.json", "application/json", ".json", "programs: the whole report as one object", False),
    Format("jsonl", "attio_scopes.report.jsonl", "application/jsonl", ".jsonl", "programs: an object a line", False),
    Format("sarif", "attio_scopes.report.sarif", "application/sarif+json", ".sarif", "GitHub code scanning, Azure DevOps, editors"),
    Format("github", "attio_scopes.report.github", "text/plain", ".txt", "GitHub Actions: annotations in the log"),
    Format("gitlab", "attio_scopes.report.gitlab", "application/json", ".json", "GitLab: code quality artifact"),
    Format("junit", "attio_scopes.report.junit", "application/xml", ".xml", "CI servers: test results"),
    Format("azure", "attio_scopes.report.azure", "text/plain", ".txt", "Azure Pipelines: logging commands"),
    Format("rdjson", "attio_scopes.report.rdjson", "application/json", ".json", "reviewdog"),
    Format("markdown", "attio_scopes.report.markdown", "text/markdown", ".md", "pull request comments, step summaries"),
)
FORMAT_NAMES: tuple[str, ...] = tuple(known.name for known in FORMATS)
_BY_NAME = {known.name: known for known in FORMATS}


def find_format(name: str) -> Format:
    """The format of that name.

    Raises:
        UserError: there is none; with the nearest.
    """
    known = _BY_NAME.get(name)
    if known is not None:
        return known
    import difflib

    near = difflib.get_close_matches(name, FORMAT_NAMES, n=1)
    told = f"did you mean {near[0]}? " if near else ""
    raise UserError(f"unknown format {name!r}: {told}known are {', '.join(FORMAT_NAMES)}")


def render_format(name: str, report: Report, sources: Mapping[str, str], **options: object) -> str:
    """Render a report.

    Args:
        name: a format's name.
        report: what was found.
        sources: path to source text.
        options: what the format's `render` takes beyond these two, such as `color` of text.

    Returns:
        the text.

    Raises:
        UserError: there is no such format.
    """
    render = cast(Renderer, import_module(find_format(name).module).render)
    return render(report, sources, **options)
