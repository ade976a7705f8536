"""`attio-scopes traffic`: recorded requests as evidence. Takes the command line, reads recordings, prints what they show."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from attio_scopes.cli.calls import accounted
from attio_scopes.cli.exits import ExitCode
from attio_scopes.cli.groups import Command
from attio_scopes.cli.options import CONFIG, INCLUDE_TESTS, MANIFEST, OUTPUT, VERBOSE, analyse, limit_options, project_options, request
from attio_scopes.cli.output import openable, put, tell
from attio_scopes.model.errors import UserError
from attio_scopes.model.visible import visible

if TYPE_CHECKING:
    from attio_scopes.model.evidence import Exchange


@click.command("traffic", cls=Command)
@project_options
@limit_options
@click.argument("recordings", nargs=-1, required=True, metavar="PATH...", type=click.Path())
@click.option(
    "--project", metavar="FOLDER", type=click.Path(), default=".", show_default=True, help="Folder of the project that sent them."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Output format.")
@CONFIG
@MANIFEST
@INCLUDE_TESTS
@OUTPUT
@VERBOSE
def traffic_command(
    recordings: tuple[str, ...],
    project: str,
    form: str,
    config_file: str | None,
    manifest_file: str | None,
    include_tests: bool,
    output: str | None,
) -> int:
    """Compare recorded requests with the report and the declared scopes.

    PATH is a VCR cassette (YAML or JSON), a HAR file, a log with a JSON object a line (method, url, status), or a folder of these.
    Only methods, hosts, paths and statuses are read: no header, body or query value is kept or shown.

    \b
    Exit codes:
      0  the report has every request, and the declared scopes cover it
      1  one is not in the report, or no declared scope covers it
      2  wrong usage
      3  attio-scopes itself failed

    \b
    Examples:
      attio-scopes traffic tests/cassettes
      attio-scopes traffic session.har --project crm
      attio-scopes traffic requests.jsonl --format json
    """
    from attio_scopes.report import traffic
    from attio_scopes.witness import evidence_of

    exchanges = [exchange for file in _files(recordings) for exchange in _read(file)]
    outcome = analyse(request((project,), config_file, manifest_file, include_tests, verdict=False))
    evidence = evidence_of(exchanges, outcome)
    put(traffic.render_json(evidence) if form == "json" else traffic.render_text(evidence, openable(outcome.root)), output)
    return max(accounted(outcome.report), ExitCode.FINDINGS if evidence.fails else ExitCode.OK)


def _files(paths: Iterable[str]) -> Iterator[str]:
    """The recordings that paths name; of a folder those in it with an ending that recordings have."""
    from attio_scopes.recordings import SUFFIXES

    for path in paths:
        if os.path.isdir(path):
            found = sorted(os.path.join(folder, name) for folder, _, names in os.walk(path) for name in names if name.endswith(SUFFIXES))
            if not found:
                raise UserError(f"{visible(path)}: has no recording (files that end in {', '.join(SUFFIXES)})")
            yield from found
        else:
            yield path


def _read(file: str) -> tuple[Exchange, ...]:
    from attio_scopes.disk import read_regular
    from attio_scopes.recordings import LARGEST, read_recording

    try:
        content = read_regular(file, LARGEST)
    except (OSError, ValueError) as error:
        raise UserError(f"{visible(file)}: cannot be read ({getattr(error, 'strerror', None) or error})") from None
    found = read_recording(content, file)
    if not found:
        tell(f"{visible(file)}: has no request")
    return found
