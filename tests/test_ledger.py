"""The ledger: each call expression has a fate, and `explain` tells it. `tests.fates` shows that the balance can fail."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from attio_scopes import candidates
from attio_scopes.candidates import accounts
from attio_scopes.cli import main
from attio_scopes.collect import collect
from attio_scopes.engine import bounds, roots
from attio_scopes.engine.ledger import Ledger
from attio_scopes.model import facts as f
from attio_scopes.model import fate
from attio_scopes.parse import Parsed, parse
from tests.run_calls import calls_of

PROGRAM = """
import logging
import requests

def fetch(path, done=print()):
    logging.info("x")
    return requests.get("https://api.attio.com/v2" + path)

def unused():
    path = "/notes"
    return fetch(path)
    return len("never")

class Client:
    other = sorted([str(1)])

    @staticmethod
    def lists(ask=lambda: input("?")):
        return fetch("/lists")

def typed(x: print("an annotation is no code that runs")) -> None:
    return [fetch(f"/notes/{one}") for one in range(2)]
"""


def body_of(source: str) -> tuple[f.Stmt, ...]:
    parsed = parse(source.encode(), "m.py")
    assert isinstance(parsed, Parsed), parsed
    return collect(parsed.tree, parsed.path).body


def test_every_call_expression_is_a_candidate() -> None:
    found = {(one.span[0], one.span[1]) for one in candidates.candidates(body_of(PROGRAM))}
    assert sorted(line for line, _ in found) == [5, 6, 7, 11, 12, 15, 15, 18, 19, 22, 22]


def test_what_nobody_noted_is_missing() -> None:
    body = body_of("f(g())\n")
    ledger = Ledger()
    ledger.run(body[0])
    ledger.fates["m.py", (1, 3, 1, 6)] = {fate.FOLLOWED: "g"}
    with pytest.raises(AssertionError, match=r"1 calls is not known, the first at m\.py:1"):
        accounts({"m.py": body}, ledger, ())


def test_a_request_without_an_end_is_missing() -> None:
    ledger = Ledger(asked=2, answered=1)
    with pytest.raises(AssertionError, match="1 requests is not known"):
        accounts({}, ledger, ())


def test_a_request_with_a_path_that_nobody_is_told_of_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tmp_path.joinpath("main.py").write_text(LEFT_TO_CALLERS)
    assert [(call.line, call.status) for call in calls_of(tmp_path)] == [(8, "unresolved"), (10, "resolved")]
    monkeypatch.setattr(roots, "behind_no_call", lambda unused, found: [])
    with pytest.raises(AssertionError, match=r"requests behind 1 calls is not known, the first at main\.py:8"):
        calls_of(tmp_path, "--no-cache")


LEFT_TO_CALLERS = """
import requests

def fetch(path):
    return requests.get("https://api.attio.com/v2" + path)

def entries(kind):
    return fetch(f"/{kind}/entries")

fetch("/self")
"""


def test_outside_of_tests_what_is_missing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "STRICT", False)
    body = body_of("f()\n")
    ledger = Ledger()
    ledger.run(body[0])
    assert accounts({"m.py": body}, ledger, ()) == ((), ("what became of 1 calls is not known, the first at m.py:1",))


def test_the_weightiest_fate_is_told() -> None:
    body = body_of("f()\ng()\n")
    ledger = Ledger()
    ledger.run(body[0])
    ledger.fates["m.py", (1, 1, 1, 4)] = {fate.NO_SEND: "f", fate.HANDED_UP: "later"}
    settled, _ = accounts({"m.py": body}, ledger, ())
    assert [(one.span[0], one.fate, one.about) for one in settled] == [(1, fate.HANDED_UP, "later"), (2, fate.NOT_ASKED, "")]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (5, "app.py:5:22 (print): not the project's code"),
        (6, "app.py:6:5 (info): not the project's code"),
        (12, "app.py:12:12: cannot be reached"),
        (15, "app.py:15:13 (builtins.sorted): known code that sends nothing"),
    ],
)
def test_explain_tells_the_fate_of_a_call_that_is_none_of_attio_s(tmp_path: Path, line: int, told: str) -> None:
    (tmp_path / "app.py").write_text(PROGRAM, encoding="utf-8")
    shown = CliRunner().invoke(main, ["explain", f"{tmp_path / 'app.py'}:{line}"])
    assert shown.exit_code == 0, shown.output
    assert "No call to Attio is reported for this line." in shown.output
    assert told in shown.output


COLD = """
import requests

BASE = "https://api.attio.com/v2"

def cleaned(path):
    return path.strip() if path else path

def notes(path):
    more = cleaned("?limit=2")
    return requests.get(BASE + cleaned(path) + more)
"""


def test_a_call_that_takes_too_much_to_follow_has_its_fate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "EFFORT_COLD", 1)
    (tmp_path / "app.py").write_text(COLD, encoding="utf-8")
    (call,) = calls_of(tmp_path, "--no-cache")
    assert (call.line, call.status) == (11, "unresolved")
    assert "takes more than 1 steps to follow" in (call.reason or "")
    shown = CliRunner().invoke(main, ["explain", f"{tmp_path / 'app.py'}:10"])
    assert "app.py:10:12 (cleaned): not followed: a limit of the analysis was reached" in shown.output


def test_explain_tells_that_nothing_is_called_on_a_line(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(PROGRAM, encoding="utf-8")
    shown = CliRunner().invoke(main, ["explain", f"{tmp_path / 'app.py'}:13"])
    assert (shown.exit_code, "no call to Attio was found there" in shown.output) == (2, True)
