"""The least set of scopes is enough and none of it can be left out: by running programs against a server that enforces scopes.

For every program of tests/programs: with the scopes that the tool says are needed no request is refused; with any one of them
left out, or read in place of read-write, one is; and the server saw what the tool reported, no more and no less.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from attio_scopes.judge.needs import sufficient_scopes
from attio_scopes.model.call import Call
from attio_scopes.pipeline import Request
from attio_scopes.pipeline import run as analyse
from attio_scopes.rule_files import load_manifest
from tests.attio_server.runs import Runs
from tests.attio_server.server import ENFORCED
from tests.attio_server.world import ENTRY_COMMENT, ENTRY_THREAD, RECORD_COMMENT, RECORD_THREAD
from tests.proofs import KNOWN_GAPS, VARIABLE, Proofs, missing_libraries, narrowed, programs

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def proofs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proofs]:
    with Runs() as runs:
        yield Proofs(tmp_path_factory.mktemp("programs"), runs)


def marked() -> list[ParameterSet]:
    """Every program; a known gap has to fail."""
    return [
        pytest.param(name, marks=[pytest.mark.xfail(reason=KNOWN_GAPS[name], strict=True)] if name in KNOWN_GAPS else [], id=name)
        for name in programs()
    ]


@pytest.mark.parametrize("name", marked())
def test_program(name: str, proofs: Proofs) -> None:
    absent = missing_libraries(name)
    if absent:
        pytest.skip(f"not installed: {', '.join(absent)}")
    proof = proofs.of(name)
    assert proof.full.failure is None, proof.full.failure
    assert not proof.unsettled
    assert proof.reported == proof.seen
    assert not proof.full.refused
    assert not proof.superfluous


def test_there_are_many_and_they_reach_every_endpoint(proofs: Proofs) -> None:
    names = [name for name in programs() if not missing_libraries(name)]
    assert len(names) >= 60
    reached = frozenset[str]().union(*(proofs.of(name).seen for name in names))
    assert reached == {endpoint.key for endpoint in load_manifest().endpoints}


def test_the_page_has_the_figures(proofs: Proofs) -> None:
    """python -m tests.proofs prints what docs/proof.md has to say."""
    assert proofs.figures() in (Path(__file__).parents[1] / "docs" / "proof.md").read_text(encoding="utf-8")


def test_every_endpoint_alone(tmp_path: Path) -> None:
    """One program for each endpoint and each case of it: what it needs, and nothing less."""
    names = write_single_calls(tmp_path)
    assert len(names) == len(ENFORCED) + 12  # ten endpoints are for objects and for lists, two name a record or a list entry
    calls = calls_by_program(tmp_path)
    assert calls.keys() == names
    with Runs() as runs:
        for name, reported in calls.items():
            granted = {VARIABLE: frozenset(map(str, sufficient_scopes(reported)[1]))}
            full = runs.run(tmp_path / name, granted)
            assert full.failure is None, full.failure
            assert full.endpoints == {match.endpoint.key for call in reported for match in call.matches}
            assert not full.refused
            for change, smaller in narrowed(granted):
                if " without " in change and change.endswith("read-write"):
                    continue  # read in its place is more, and refused too
                assert 403 in [seen.status for seen in runs.run(tmp_path / name, smaller).refused], f"{name} {change}"


def test_a_user_s_token_is_refused_where_the_tool_says_so(tmp_path: Path) -> None:
    names = write_single_calls(tmp_path)
    scopes = sorted({scope for facts in ENFORCED.values() for kind in facts.keys() - {"levels"} for scope in facts[kind]})
    declared = f"tokens: {{mine: {{level: user, env: [{VARIABLE}], scopes: {scopes}}}}}\n"
    (tmp_path / "attio-scopes.yaml").write_text(declared, encoding="utf-8")
    findings = analyse(Request(paths=(str(tmp_path),))).report.findings
    told = {finding.place.path.split("/")[0] for finding in findings if finding.code.id == "ATS006"}
    with Runs() as runs:
        refused = {name for name in names if runs.run(tmp_path / name, {VARIABLE: scopes}, level="user").refused}
    assert told == refused
    assert len(told) == 8


def write_single_calls(folder: Path) -> set[str]:
    """A program for each endpoint and case, in a folder of its own; their names."""
    texts = {name: text for key in ENFORCED for name, text in one_call(key)}
    for name, text in texts.items():
        (folder / name).mkdir()
        (folder / name / "main.py").write_text(text, encoding="utf-8")
    return set(texts)


def one_call(key: str) -> Iterator[tuple[str, str]]:
    """(name, text) of a program for each case of an endpoint; one for all cases where only the server knows which it is."""
    method, template = key.split()
    cases = sorted(ENFORCED[key].keys() - {"needs", "levels"}) or ["needs"]
    hidden = [keys for parameter, keys in IDS.items() if f"{{{parameter}}}" in template and len(cases) > 1]
    for number, case in enumerate(cases[:1] if hidden else cases):
        path = re.sub(r"\{\w+\}", "{key}" if hidden else "5", template.replace("{target}", case))
        body, query = ({}, {}) if hidden else SUBJECTS.get(case, ({}, {}))
        more = {"POST": f", json={body}", "GET": f", params={query}"}.get(method, "")
        text = ONE_CALL.format(method=method, path=path, more=more, keys=hidden[0] if hidden else ("5",))
        yield f"{method}{template.replace('/', '_')}_{number}", text


def calls_by_program(folder: Path) -> dict[str, list[Call]]:
    """The calls that the tool finds, by the folder of the program; each program has one."""
    found: dict[str, list[Call]] = {}
    for judged in analyse(Request(paths=(str(folder),), verdict=False)).report.calls:
        found.setdefault(judged.call.site.place.path.split("/")[0], []).append(judged.call)
    assert all(len(calls) == 1 for calls in found.values())
    return found


ONE_CALL = """
import os
import requests

HEADERS = {{"Authorization": f"Bearer {{os.environ['ATTIO_TOKEN']}}"}}
for key in {keys}:
    requests.request("{method}", f"https://api.attio.com{path}", headers=HEADERS{more})
"""
# Bodies and queries by which a request is about a record or about a list entry; for the rest, things that are on one.
SUBJECTS = {
    "record": ({"data": {"record": {"object": "people", "record_id": "5"}}}, {"record_id": "5", "object": "people"}),
    "entry": ({"data": {"entry": {"list": "sales", "entry_id": "5"}}}, {"entry_id": "5", "list": "sales"}),
}
# One on a record, one on a list entry.
IDS = {"thread_id": (RECORD_THREAD, ENTRY_THREAD), "comment_id": (RECORD_COMMENT, ENTRY_COMMENT)}
