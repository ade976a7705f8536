"""Annotated cases: small programs whose expectations stand on the line of the call.

Takes the folders under tests/cases (`<kind>/NAME.py` or `<kind>/NAME/` for a small project), copies each case to a folder of
its own, runs the analyser on it in this process, and compares what is reported with what the comments expect, both ways.
Never runs or imports the code of a case.

What may stand in a comment (several on one line, where one line holds several calls):

    # call: GET /v2/notes                       resolved to exactly this endpoint
    # call: GET /v2/notes | GET /v2/tasks       resolved to exactly this set of endpoints
    # unknown: GET /v2/nothing                  Attio's host, but no such endpoint (method and path optional)
    # unresolved: part of the reason            reported as unresolved (the part of the reason is optional)
    # todo-call: GET /v2/notes                  a known gap: tolerated until it is found, then the case fails
    # expects nothing                           the file holds no expectation, on purpose

An expectation is met by a call whose lines include the comment's line.
"""

from __future__ import annotations

import io
import re
import shutil
import tokenize
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.run_calls import Reported, calls_of

CASES = Path(__file__).parent / "cases"

_MARK = re.compile(r"^(?P<kind>todo-call|call|unknown|unresolved)\b\s*(?::\s*(?P<text>.*))?$")
_NOTHING = frozenset({"nothing", "expects nothing"})
_ENDPOINT = re.compile(r"^[A-Z]+ /\S*$")


class CaseError(Exception):
    """A case is written wrongly: an endpoint that is no endpoint, or no expectation at all."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a comment expects: kind, place, endpoints (`METHOD /path`), and for unresolved a part of the reason."""

    kind: str
    path: str
    line: int
    endpoints: frozenset[str] = frozenset()
    reason: str = ""

    def __str__(self) -> str:
        detail = " | ".join(sorted(self.endpoints)) or self.reason
        return f"{self.path}:{self.line}: {self.kind}" + (f": {detail}" if detail else "")

    def met_by(self, call: Reported) -> bool:
        """Whether a reported call is what this expects."""
        if call.path != self.path or not call.line <= self.line <= call.end_line:
            return False
        if self.kind in ("call", "todo-call"):
            return call.status == "resolved" and call.endpoints == self.endpoints
        if self.kind == "unknown":
            return call.status == "unknown-endpoint" and self.endpoints <= call.endpoints
        return call.status == "unresolved" and self.reason.lower() in (call.reason or "").lower()


@dataclass(frozen=True, slots=True)
class Case:
    """One case: its kind (the folder), its name and where it stands."""

    kind: str
    name: str
    source: Path

    def __str__(self) -> str:
        return f"{self.kind}/{self.name}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came out of a case.

    Attributes:
        case: which.
        expected: every expectation, known gaps included.
        reported: every reported call.
        met: expectations that were met, known gaps included where they pass now.
        problems: what is wrong, a line each; empty means that the case passes.
    """

    case: Case
    expected: tuple[Expectation, ...]
    reported: tuple[Reported, ...]
    met: tuple[Expectation, ...]
    problems: tuple[str, ...] = field(default=())


def all_cases(root: Path = CASES) -> tuple[Case, ...]:
    """Every case under `root`, sorted by kind and name."""
    found = []
    for kind in sorted(p for p in root.iterdir() if p.is_dir() and not p.name.startswith(("_", "."))):
        for entry in sorted(kind.iterdir()):
            if entry.name.startswith(("_", ".")):
                continue
            if entry.is_dir() or entry.suffix == ".py":
                found.append(Case(kind.name, entry.stem if entry.is_file() else entry.name, entry))
    return tuple(found)


def expectations(text: str, path: str) -> tuple[Expectation, ...]:
    """The expectations in the comments of one file.

    Args:
        text: the source.
        path: how reports name the file.

    Returns:
        the expectations in order of lines.

    Raises:
        CaseError: a comment expects something that cannot be read, or `expects nothing` stands beside an expectation.
    """
    found: list[Expectation] = []
    nothing = False
    for line, comment in _comments(text):
        if comment in _NOTHING:
            nothing = True
        for part in re.split(r"\s+#\s*", comment):
            mark = _MARK.match(part)
            if mark:
                found.append(_expectation(mark["kind"], (mark["text"] or "").strip(), path, line))
    if nothing and found:
        raise CaseError(f"{path}: says that it expects nothing, and expects something")
    return tuple(found)


def says_nothing(text: str) -> bool:
    """Whether a file says that it expects nothing."""
    return any(comment in _NOTHING for _, comment in _comments(text))


def _comments(text: str) -> Iterator[tuple[int, str]]:
    """(line, text without the leading #) of every comment."""
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string.lstrip("#").strip()


def _expectation(kind: str, text: str, path: str, line: int) -> Expectation:
    if kind == "unresolved":
        return Expectation(kind, path, line, reason=text)
    endpoints = frozenset(part.strip() for part in text.split(" | ") if part.strip())
    wrong = [endpoint for endpoint in endpoints if not _ENDPOINT.match(endpoint)]
    if wrong or (not endpoints and kind != "unknown"):
        raise CaseError(f"{path}:{line}: not `METHOD /path`: {text!r}")
    return Expectation(kind, path, line, endpoints)


def read_expectations(case: Case) -> tuple[Expectation, ...]:
    """Every expectation of a case; raises CaseError where it is written wrongly."""
    if case.source.is_file():
        files = [(case.source, case.source.name)]
    else:
        files = [(p, p.relative_to(case.source).as_posix()) for p in sorted(case.source.rglob("*.py"))]
    found: list[Expectation] = []
    nothing = False
    for file, name in files:
        text = file.read_text(encoding="utf-8")
        found += expectations(text, name)
        nothing = nothing or says_nothing(text)
    if not found and not nothing:
        raise CaseError(f"{case}: expects no call and does not say so (`# expects nothing`)")
    return tuple(found)


def run_case(case: Case, folder: Path) -> Outcome:
    """Copy a case into `folder` (empty), analyse it there, and compare."""
    expected = read_expectations(case)
    if case.source.is_file():
        shutil.copyfile(case.source, folder / case.source.name)
    else:
        shutil.copytree(case.source, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    reported = calls_of(folder)
    return compare(case, expected, reported)


def compare(case: Case, expected: Sequence[Expectation], reported: Sequence[Reported]) -> Outcome:
    """Match expectations and reported calls both ways."""
    pairs = _matching(expected, reported)
    met = [expectation for i, expectation in enumerate(expected) if i in pairs]
    taken = set(pairs.values())
    gaps = [e for i, e in enumerate(expected) if e.kind == "todo-call" and i not in pairs]
    problems = [f"known gap is closed, write `call`: {e}" for e in met if e.kind == "todo-call"]
    problems += [f"missed: {e}" for i, e in enumerate(expected) if i not in pairs and e.kind != "todo-call"]
    for j, call in enumerate(reported):
        if j not in taken and not (call.status == "unresolved" and _beside(call, gaps)):
            problems.append(f"not expected: {call}")
    return Outcome(case, tuple(expected), tuple(reported), tuple(met), tuple(problems))


def _beside(call: Reported, gaps: Iterable[Expectation]) -> bool:
    """Whether an unresolved call stands where a known gap does."""
    return any(gap.path == call.path and call.line <= gap.line <= call.end_line for gap in gaps)


def _matching(expected: Sequence[Expectation], reported: Sequence[Reported]) -> dict[int, int]:
    """A largest one-to-one matching, expectation index to call index; short calls are preferred."""
    order = sorted(range(len(reported)), key=lambda j: reported[j].end_line - reported[j].line)
    owner: dict[int, int] = {}

    def place(i: int, seen: set[int]) -> bool:
        for j in order:
            if j in seen or not expected[i].met_by(reported[j]):
                continue
            seen.add(j)
            if j not in owner or place(owner[j], seen):
                owner[j] = i
                return True
        return False

    for i in range(len(expected)):
        place(i, set())
    return {i: j for j, i in owner.items()}
