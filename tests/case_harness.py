"""Annotated cases: small programs whose expectations stand on the line of the call.

Takes the folders under tests/cases (`<kind>/NAME.py` or `<kind>/NAME/` for a small project), copies each case to a folder of
its own, runs the analyser on it in this process, and compares what is reported with what the comments expect, both ways.
Never runs or imports the code of a case. Cases in `verdicts/` are run through `check`, all others through `calls`.

What may stand in a comment (several on one line, where one line holds several calls):

    # call: GET /v2/notes                       resolved to exactly this endpoint
    # call: GET /v2/notes | GET /v2/tasks       resolved to exactly this set of endpoints
    # unknown: GET /v2/nothing                  Attio's host, but no such endpoint (method and path optional)
    # unresolved: part of the reason            reported as unresolved (the part of the reason is optional)
    # call-or-unresolved: GET /v2/notes         either of both is right: there is more than has to be kept apart
    # todo-call: GET /v2/notes                  a known gap: tolerated until it is found, then the case fails
    # expects nothing                           the file holds no expectation, on purpose

An expectation is met by a call whose lines include the comment's line.

A case in `verdicts/` declares its scopes, in a configuration of its own or in a comment, and expects findings too; a call without
one has to be covered:

    # scopes: note:read, task:read-write        the declared scopes of a single file; findings on the declaration stand here
    # error: ATS001 note:read-write             a finding: severity, code, missing (or unneeded) scopes
    # warning: ATS101 note:read for sync        ... of the token `sync`
    # says: for a list entry                    some finding on this line has these words in its message
    # suppressed                                the call has a finding that is suppressed
"""

from __future__ import annotations

import io
import re
import shutil
import tokenize
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from tests.run_calls import Reported, Told, calls_of, verdict_of

CASES = Path(__file__).parent / "cases"

VERDICTS = "verdicts"
CONFIGURATION = ("pyproject.toml", "attio-scopes.yaml")

_MARK = re.compile(r"^(?P<kind>todo-call|call-or-unresolved|call|unknown|unresolved)\b\s*(?::\s*(?P<text>.*))?$")
_VERDICT_MARK = re.compile(r"^(?P<kind>error|warning|note|says|suppressed)\b\s*(?::\s*(?P<text>.*))?$")
_FINDING = re.compile(r"^(?P<code>ATS\d{3})(?:\s+(?P<scopes>[a-z_]+:[a-z-]+(?:,\s*[a-z_]+:[a-z-]+)*))?(?:\s+for\s+(?P<token>\S+))?$")
_SCOPES = re.compile(r"^scopes:\s*(?P<text>[^#]*)")
_NOTHING = frozenset({"nothing", "expects nothing"})
_ENDPOINT = re.compile(r"^[A-Z]+ /\S*$")


Wanted = TypeVar("Wanted")
Found = TypeVar("Found", Reported, Told)


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
        if self.kind == "call-or-unresolved":
            return call.status == "unresolved" or (call.status == "resolved" and call.endpoints == self.endpoints)
        if self.kind == "unknown":
            return call.status == "unknown-endpoint" and self.endpoints <= call.endpoints
        return call.status == "unresolved" and self.reason.lower() in (call.reason or "").lower()


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a comment of a verdict case expects of findings: kind is a severity, `says` or `suppressed`."""

    kind: str
    path: str
    line: int
    code: str = ""
    scopes: frozenset[str] = frozenset()
    token: str = ""
    words: str = ""

    def __str__(self) -> str:
        owner = f" for {self.token}" if self.token else ""
        detail = self.words or f"{self.code} {', '.join(sorted(self.scopes))}".strip() + owner
        return f"{self.path}:{self.line}: {self.kind}" + (f": {detail}" if detail else "")

    def met_by(self, told: Told) -> bool:
        """Whether a finding is what this expects."""
        if told.path != self.path or not told.line <= self.line <= told.end_line:
            return False
        if self.kind == "says":
            return self.words in told.message
        token = told.token if told.token != "default" else ""
        return (told.severity, told.code, told.scopes, token) == (self.kind, self.code, self.scopes, self.token)


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
    expected: tuple[Expectation | Ruling, ...]
    reported: tuple[Reported, ...]
    met: tuple[Expectation | Ruling, ...]
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
        for part in _parts(comment):
            mark = _MARK.match(part)
            if mark:
                found.append(_expectation(mark["kind"], (mark["text"] or "").strip(), path, line))
    if nothing and found:
        raise CaseError(f"{path}: says that it expects nothing, and expects something")
    return tuple(found)


def rulings(comments: Iterable[tuple[int, str]], path: str) -> tuple[Ruling, ...]:
    """The findings that the comments of one file of a verdict case expect; raises CaseError where one cannot be read."""
    found: list[Ruling] = []
    for line, comment in comments:
        for part in _parts(comment):
            mark = _VERDICT_MARK.match(part)
            if mark:
                found.append(_ruling(mark["kind"], (mark["text"] or "").strip(), path, line))
    return tuple(found)


def _ruling(kind: str, text: str, path: str, line: int) -> Ruling:
    if kind == "suppressed":
        return Ruling(kind, path, line)
    if kind == "says":
        return Ruling(kind, path, line, words=text)
    finding = _FINDING.match(text)
    if finding is None:
        raise CaseError(f"{path}:{line}: not `CODE scopes for TOKEN`: {text!r}")
    scopes = frozenset(scope.strip() for scope in (finding["scopes"] or "").split(",") if scope.strip())
    return Ruling(kind, path, line, finding["code"], scopes, finding["token"] or "")


def _parts(comment: str) -> list[str]:
    """The comments on one line, each without its #."""
    return re.split(r"\s+#\s*", comment)


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
    copy_case(case, folder)
    if case.kind == VERDICTS:
        return _run_verdict_case(case, expected, folder)
    return compare(case, expected, calls_of(folder))


def copy_case(case: Case, folder: Path) -> None:
    """Copy a case into a folder."""
    if case.source.is_file():
        shutil.copyfile(case.source, folder / case.source.name)
    else:
        shutil.copytree(case.source, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))


def _run_verdict_case(case: Case, expected: Sequence[Expectation], folder: Path) -> Outcome:
    """The same for `check`: calls and findings, both ways, and the verdict on every call by the findings that are expected."""
    declared = _declare(case, folder)
    ruled = [
        ruling
        for file in sorted(folder.rglob("*.py"))
        for ruling in rulings(_comments(file.read_text(encoding="utf-8")), _name(file, folder))
    ]
    for file in (folder / name for name in CONFIGURATION):
        if file.exists() and declared is None:
            ruled += rulings(_comments_of_configuration(file.read_text(encoding="utf-8")), file.name)
    reported, told = verdict_of(folder)
    if declared is not None:
        told = tuple(
            replace(item, path=case.source.name, line=declared, end_line=declared) if item.path in CONFIGURATION else item for item in told
        )
    calls = compare(case, expected, reported)
    problems = [*calls.problems, *_findings_compared(ruled, told), *_verdicts_compared(ruled, reported)]
    met = (*calls.met, *(ruling for ruling in ruled if ruling.kind == "suppressed" or any(ruling.met_by(item) for item in told)))
    return Outcome(case, (*expected, *ruled), reported, met, tuple(problems))


def _name(file: Path, folder: Path) -> str:
    return file.relative_to(folder).as_posix()


def _declare(case: Case, folder: Path) -> int | None:
    """Write the configuration that the `scopes` comment of a single file stands for; its line, or None for a project's own."""
    if case.source.is_dir():
        return None
    for line, comment in _comments(case.source.read_text(encoding="utf-8")):
        scopes = _SCOPES.match(comment)
        if scopes:
            listed = ", ".join(f'"{scope.strip()}"' for scope in scopes["text"].split(",") if scope.strip())
            (folder / "pyproject.toml").write_text(f"[tool.attio-scopes]\nscopes = [{listed}]\n", encoding="utf-8")
            return line
    raise CaseError(f"{case}: declares no scopes (`# scopes: …`)")


def _comments_of_configuration(text: str) -> Iterator[tuple[int, str]]:
    """(line, text behind the #) of a TOML or YAML file of a case, which has no # inside of text."""
    for number, line in enumerate(text.splitlines(), 1):
        _, mark, comment = line.partition("#")
        if mark:
            yield number, comment.strip()


def _findings_compared(ruled: Sequence[Ruling], told: Sequence[Told]) -> list[str]:
    expected = [ruling for ruling in ruled if ruling.kind not in ("says", "suppressed")]
    pairs = _paired(expected, told, lambda ruling, item: ruling.met_by(item))
    problems = [f"missed: {ruling}" for i, ruling in enumerate(expected) if i not in pairs]
    problems += [f"missed: {r}" for r in ruled if r.kind == "says" and not any(r.met_by(item) for item in told)]
    taken = set(pairs.values())
    return problems + [f"not expected: {item}" for j, item in enumerate(told) if j not in taken]


_VERDICT_OF = {"ATS001": "missing", "ATS002": "possible", "ATS003": "unknown-endpoint", "ATS004": "unresolved"}


def _verdicts_compared(ruled: Sequence[Ruling], reported: Sequence[Reported]) -> list[str]:
    """Calls whose verdict is not the one that the expectations on their lines come to."""
    problems = []
    for call in reported:
        here = [ruling for ruling in ruled if ruling.path == call.path and call.line <= ruling.line <= call.end_line]
        due = {_VERDICT_OF[ruling.code] for ruling in here if ruling.code in _VERDICT_OF}
        if call.status == "resolved" and "unknown-endpoint" in due:  # told of another reading; the verdict is on those that have one
            due -= {"unknown-endpoint"}
        due |= {"suppressed" for ruling in here if ruling.kind == "suppressed"}
        if call.verdict not in (due or {"covered"}):
            problems.append(f"verdict is {call.verdict}, expected {' or '.join(sorted(due)) or 'covered'}: {call}")
    return problems


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
    return _paired(expected, reported, lambda expectation, call: expectation.met_by(call))


def _paired(expected: Sequence[Wanted], reported: Sequence[Found], fits: Callable[[Wanted, Found], bool]) -> dict[int, int]:
    """The same for expectations and findings of any kind."""
    order = sorted(range(len(reported)), key=lambda j: reported[j].end_line - reported[j].line)
    owner: dict[int, int] = {}

    def place(i: int, seen: set[int]) -> bool:
        for j in order:
            if j in seen or not fits(expected[i], reported[j]):
                continue
            seen.add(j)
            if j not in owner or place(owner[j], seen):
                owner[j] = i
                return True
        return False

    for i in range(len(expected)):
        place(i, set())
    return {i: j for j, i in owner.items()}
