"""JSON lines: the report as a stream, an object a line, for programs that take one thing at a time.

Takes a `Report`, gives text in ASCII. The first line has the kind `run` (what the JSON report has beside calls and findings),
then each call (`call`) and each finding (`finding`), with the keys that they have in the JSON report, and `kind` before them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from attio_scopes.model.report import Report
from attio_scopes.report.json import as_object, call_object, finding_object


def render(report: Report, sources: Mapping[str, str]) -> str:
    """The report as JSON lines.

    Args:
        report: of `check` or `calls`.
        sources: of notebooks, for the cells in them.

    Returns:
        one object a line.
    """
    run = {key: value for key, value in as_object(report, sources).items() if key not in ("calls", "findings")}
    objects = [
        {"kind": "run", **run},
        *({"kind": "call", **call_object(judged, report, sources)} for judged in report.calls),
        *({"kind": "finding", **finding_object(finding, sources)} for finding in report.findings),
    ]
    return "".join(json.dumps(value) + "\n" for value in objects)
