"""Accuracy on real projects and on the annotated cases, as a page: `python -m tests.practice_accuracy DIR --write docs/accuracy.md`.

Takes a folder with the Python source of each labelled project as `OWNER+NAME/`, and the folder with the labels and the program that
compares them with what attio-scopes reports (`--practice`; `../shared/practice` unless given). Gives docs/accuracy.md, or prints it.
Everything on the page comes from this one run. The projects are read, never run, and nothing is written into them.
"""

from __future__ import annotations

import argparse
import json
import re
import shlex
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import attio_scopes
from tests.accuracy import Tally, measure
from tests.case_harness import all_cases, read_expectations

ROOT = Path(__file__).resolve().parent.parent
TOOL = f"{shlex.quote(sys.executable)} -I -m attio_scopes"
"""Isolated: the folder that it is started in is a stranger's, and nothing may be imported from there."""
HEAD = (
    "| repository | commit | sites | hits | wrong | missed | unresolved | rightly unresolved "
    "| extra, resolved | extra, unresolved | scopes |"
)
COLUMNS = ("sites", "hit", "wrong", "missed", "unresolved", "honest", "extra_resolved", "extra_unresolved")
WHY = {
    "methods_made_by_a_metaclass": "what a metaclass does when it makes a class is not followed",
    "pycurl_handle": "the options of pycurl's handle are not described",
}
"""Case with a known gap → why the call is not found. A test holds it against the cases."""


def commits(readme: str) -> dict[str, str]:
    """Repository → commit, of the table in the labels' README."""
    return dict(re.findall(r"^\| ([\w.-]+/[\w.-]+) \| ([0-9a-f]{40}) \|", readme, re.MULTILINE))


def practice(sources: Path, labels: Path) -> dict[str, Any]:
    """Run the program that compares reports with labels; its `total` and `rows`.

    Raises:
        SystemExit: the program failed, or attio-scopes did on some project.
    """
    with tempfile.TemporaryDirectory() as folder:
        result = Path(folder) / "result.json"
        command = [sys.executable, str(labels / "evaluate.py"), "--src", str(sources), "--json", str(result)]
        subprocess.run([*command, "--tool", TOOL], check=True, stdout=subprocess.DEVNULL)
        measured: dict[str, Any] = json.loads(result.read_text(encoding="utf-8"))
    failed = [row["repo"] for row in measured["rows"] if "error" in row]
    if failed or not measured["rows"]:
        raise SystemExit(f"no figures for: {', '.join(failed) or 'any project'}")
    return measured


def practice_table(measured: dict[str, Any], commit_of: dict[str, str]) -> list[str]:
    """A line for each repository, and their sum."""
    lines = [HEAD, "|" + "---|" * 11]
    for row in measured["rows"]:
        figures = " | ".join(str(row[name]) for name in COLUMNS)
        scopes = "exact" if row["scopes_exact"] else "differ"
        lines.append(f"| {row['repo']} | `{commit_of[row['repo']][:12]}` | {figures} | {scopes} |")
    total = measured["total"]
    figures = " | ".join(str(total[name]) for name in COLUMNS)
    return [*lines, f"| **{total['repos']} together** | | {figures} | {total['scopes_exact']} exact |"]


def case_table(tallies: dict[str, Tally]) -> list[str]:
    """A line for each kind of case, and their sum."""
    lines = ["| kind of shape | cases | calls expected | found exactly so | recall | precision |", "|---|---|---|---|---|---|"]
    total = Tally()
    for kind, tally in sorted(tallies.items()):
        lines.append(case_line(f"`{kind}`", tally))
        for name in ("cases", "failing", "expected", "met", "resolved", "right"):
            setattr(total, name, getattr(total, name) + getattr(tally, name))
    return [*lines, case_line("**together**", total)]


def case_line(name: str, tally: Tally) -> str:
    """One line of the table."""
    return f"| {name} | {tally.cases} | {tally.expected} | {tally.met} | {tally.recall:.1%} | {tally.precision:.1%} |"


def gaps() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Case with a known gap → where it stands, from the root of the project, and the calls of it that are not found."""
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    for case in all_cases():
        missed = [each for each in read_expectations(case) if each.kind == "todo-call"]
        if missed:
            place = case.source.relative_to(ROOT).as_posix()
            found[case.name] = place, tuple(" or ".join(sorted(each.endpoints)) for each in missed)
    return found


def gap_table() -> list[str]:
    """A line for each case whose calls are not found."""
    lines = ["| case | not found | why |", "|---|---|---|"]
    for name, (place, calls) in sorted(gaps().items()):
        lines.append(f"| [{name.replace('_', ' ')}](../{place}) | {', '.join(f'`{call}`' for call in calls)} | {WHY[name]} |")
    return lines


PAGE = """\
# Accuracy

How many calls attio-scopes finds, and how many reported calls are right. One run of this command makes the whole page:

    python -m tests.practice_accuracy DIR --write docs/accuracy.md

`DIR` holds the source of each repository below, at the given commit, as `OWNER+NAME/`.
Made on {date} with attio-scopes {version} on Python {python}.

## Real projects

Public repositories that call Attio, whose {sites} request sites were labelled by hand from the source. A site is the innermost
call at which method and path are known without looking at the caller. Sites that the labels mark as neutral are not counted.

- **Hit**: exactly the site's endpoints are reported there.
- **Wrong**: other endpoints are reported.
- **Unresolved**: the report says that it does not know the endpoint.
- **Missed**: nothing is reported.
- **Rightly unresolved**: the source does not show the endpoint, and the report says so.
- **Extra**: a call is reported where there is no site.
- **Scopes**: whether the minimal set of scopes equals that of the labels.

{practice}

Recall {recall:.1%} of the sites ({recall_by_repo:.1%} where each repository weighs the same), precision {precision:.1%}.

**What these figures do not show.** attio-scopes was improved on these repositories while it was written. Expect less on code it has
never seen. The known gaps are below. Test code, vendored packages and notebooks are left out.

## Annotated cases

Small programs of our own (`tests/cases`). Each shows one behaviour, and near misses are included. A known gap counts as missed. A call
that is rightly reported as unresolved counts as found. The cases were written to find errors, so their mix is not that of real code.

{cases}

## What is not found, and why

Every call that a case marks as a known gap. [How calls are resolved](resolution.md#what-is-not-followed) says what to write instead.

{gaps}

A value that the source does not show (a path from a file, a command line or a response) is not a gap: the call is reported as unresolved.

## What others reach

Figures from the abstracts of two papers. They are about other languages and other programs, so they cannot be compared directly:

| work | what is measured | precision | recall |
|---|---|---|---|
| E. Wittern and others, *Statically Checking Web API Requests in JavaScript*, ICSE 2017 | {wittern} | 96.0 % | not given |
| *DPerm: Assisting the Migration of Android Apps to Runtime Permissions*, 2017 (arXiv 1706.05042) | {dperm} | 96 % | 89 % |
"""
WITTERN = "whether URL and method of 6,575 requests in JavaScript files agree with the API's specification"
DPERM = "places for permission requests in 32 Android apps"


def page(measured: dict[str, Any], commit_of: dict[str, str], tallies: dict[str, Tally]) -> str:
    """The whole page."""
    total = measured["total"]
    return PAGE.format(
        date=date.today().isoformat(),
        version=attio_scopes.__version__,
        python=".".join(map(str, sys.version_info[:3])),
        practice="\n".join(practice_table(measured, commit_of)),
        cases="\n".join(case_table(tallies)),
        gaps="\n".join(gap_table()),
        wittern=WITTERN,
        dperm=DPERM,
        **{name: total[name] for name in ("sites", "recall", "recall_by_repo", "precision")},
    )


def main(arguments: list[str]) -> int:
    """Measure, and write or print the page; 0 when that was done, whatever the figures are."""
    parser = argparse.ArgumentParser(prog="python -m tests.practice_accuracy")
    parser.add_argument("sources", type=Path, help="folder of the projects, each as OWNER+NAME/")
    parser.add_argument(
        "--practice", type=Path, default=ROOT.parent / "shared" / "practice", help="folder of README.md, evaluate.py, labels/"
    )
    parser.add_argument("--write", type=Path, help="the page to write; printed unless given")
    chosen = parser.parse_args(arguments)
    if not (chosen.practice / "evaluate.py").is_file():
        parser.error(f"{chosen.practice} has no evaluate.py: name the folder of the labels with --practice")
    commit_of = commits((chosen.practice / "README.md").read_text(encoding="utf-8"))
    text = page(practice(chosen.sources, chosen.practice), commit_of, measure())
    if chosen.write:
        chosen.write.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
