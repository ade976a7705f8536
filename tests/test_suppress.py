"""Suppressions, pins and contracts: what they change, and that unused and untrue ones are told."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from attio_scopes.directives import read_directives
from attio_scopes.model.call import Call, CallStatus
from attio_scopes.model.config import Config
from attio_scopes.model.directive import Directive
from attio_scopes.model.endpoint import Endpoint
from attio_scopes.model.finding import INTERNAL_ERROR, MISSING_SCOPE, UNUSED_SCOPE, Finding, Severity
from attio_scopes.model.fitting import may_be
from attio_scopes.model.path import Hole, Literal
from attio_scopes.model.report import Report
from attio_scopes.pins import Settled, apply_pins
from attio_scopes.suppress import suppress
from tests.made_calls import (
    CREATE,
    GET_RECORD,
    MANIFEST,
    NOTE,
    NOTES,
    QUERY,
    WEBHOOK,
    finding,
    place,
    report,
    resolved,
    unknown,
    unresolved,
)


def comments(*lines: str) -> dict[str, tuple[Directive, ...]]:
    return {"app.py": read_directives("\n".join(lines) + "\n")}


def told(result: Report) -> list[tuple[int, str]]:
    return [(f.place.line, f.code.id) for f in result.findings]


def ats201(result: Report | Settled) -> list[str]:
    return [f.message for f in result.findings if f.code.id == "ATS201"]


# --- suppressions ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("body", ["ignore[ATS001] why", "ignore[missing-scope, ATS001]", "ignore", "ignore-file[ATS001]"])
def test_a_comment_on_the_line_takes_the_finding_away(body: str) -> None:
    result = suppress(report((resolved(2), "missing")), comments("", f"send()  # attio-scopes: {body}"), Config())
    assert told(result) == []
    assert [judged.status for judged in result.calls] == ["suppressed"]
    assert [item.kind for item in result.suppressed] == ["inSource"]


def test_the_reason_is_kept() -> None:
    result = suppress(report((resolved(1), "missing")), comments("send()  # attio-scopes: ignore[ATS001] granted by hand"), Config())
    assert [item.reason for item in result.suppressed] == ["granted by hand"]


def test_another_line_is_not_suppressed_and_the_comment_is_unused() -> None:
    result = suppress(report((resolved(1), "missing")), comments("send()", "x()  # attio-scopes: ignore[ATS001]"), Config())
    assert told(result) == [(1, "ATS001"), (2, "ATS201")]
    assert [judged.status for judged in result.calls] == ["missing"]
    assert ats201(result) == ["Suppression of ATS001 is unused: not reported here."]


def test_another_code_is_not_suppressed() -> None:
    result = suppress(report((resolved(1), "missing")), comments("send()  # attio-scopes: ignore[ATS004]"), Config())
    assert told(result) == [(1, "ATS001"), (1, "ATS201")]


def test_only_the_unused_code_of_several_is_told() -> None:
    result = suppress(report((resolved(1), "missing")), comments("send()  # attio-scopes: ignore[ATS001, ATS004]"), Config())
    assert ats201(result) == ["Suppression of ATS004 is unused: not reported here."]
    assert result.findings[0].help == "Take ATS004 out of the brackets."


@pytest.mark.parametrize(
    "lines",
    [
        ("x = send(", "  1,  # attio-scopes: ignore[ATS001]", ")"),
        ("x = send(", "  1,", ")  # attio-scopes: ignore[ATS001]"),
        ("# attio-scopes: ignore[ATS001]", "x = send(", "1)"),
    ],
)
def test_any_line_of_the_call_or_directly_above(lines: tuple[str, ...]) -> None:
    first = 2 if lines[0].startswith("#") else 1
    call = resolved(first, end=3)
    assert told(suppress(report((call, "missing")), comments(*lines), Config())) == []


def test_the_first_and_last_line_of_the_statement() -> None:
    call = resolved(3)
    call = replace(call, site=replace(call.site, statement_line=1, statement_end_line=5))
    for line, expected in [(1, []), (2, [(2, "ATS201"), (3, "ATS001")]), (5, [])]:
        lines = ["x"] * 5
        lines[line - 1] += "  # attio-scopes: ignore[ATS001]"
        assert told(suppress(report((call, "missing")), comments(*lines), Config())) == expected


def test_other_files_are_not_touched() -> None:
    result = suppress(report((resolved(1, path="b.py"), "missing")), comments("# attio-scopes: ignore-file"), Config())
    assert [f.code.id for f in result.findings] == ["ATS201", "ATS001"]


def test_bare_ignore_is_unused_where_nothing_is_reported() -> None:
    result = suppress(report((resolved(1), "covered")), comments("send()  # attio-scopes: ignore"), Config())
    assert ats201(result) == ["Suppression is unused: nothing is reported here."]
    assert [judged.status for judged in result.calls] == ["covered"]


def test_a_partial_run_calls_nothing_unused() -> None:
    result = suppress(report((resolved(1), "covered"), partial=True), comments("send()  # attio-scopes: ignore[ATS001]"), Config())
    assert told(result) == []


def test_without_a_token_a_comment_for_a_verdict_is_not_unused() -> None:
    directives = comments("send()  # attio-scopes: ignore[ATS001, ATS003]")
    result = suppress(report((resolved(1), "resolved"), declared=None), directives, Config())
    assert ats201(result) == ["Suppression of ATS003 is unused: not reported here."]


def test_reasons_may_be_required() -> None:
    directives = comments("a()  # attio-scopes: ignore[ATS001]", "b()  # attio-scopes: ignore[ATS001] because")
    calls = report((resolved(1), "missing"), (resolved(2), "missing"))
    assert told(suppress(calls, directives, Config())) == []
    result = suppress(calls, directives, Config(require_reasons=True))
    assert told(result) == [(1, "ATS201")]
    assert "gives no reason" in ats201(result)[0]


def test_malformed_comments_are_told_even_in_a_partial_run() -> None:
    result = suppress(report(partial=True), comments("x  # attio-scopes: ignroe[ATS001]"), Config())
    assert told(result) == [(1, "ATS201")]
    assert "did you mean ignore?" in ats201(result)[0]


def test_the_configuration_ignores() -> None:
    calls = report((resolved(1, path="jobs/a.py"), "missing"), (resolved(1, path="web/a.py"), "missing"), (unknown(3), "unknown-endpoint"))
    result = suppress(calls, {}, Config(per_path_ignores=(("jobs/**", ("ATS001",)),), ignore=("unknown-endpoint",)))
    assert [f.place.path for f in result.findings] == ["web/a.py"]
    assert [judged.status for judged in result.calls] == ["suppressed", "missing", "suppressed"]
    assert {item.kind for item in result.suppressed} == {"external"}


def test_a_comment_is_used_even_where_the_configuration_ignores_too() -> None:
    directives = comments("send()  # attio-scopes: ignore[ATS001]")
    assert told(suppress(report((resolved(1), "missing")), directives, Config(ignore=("ATS001",)))) == []


def test_that_the_tool_broke_is_never_suppressed() -> None:
    broke = Finding(INTERNAL_ERROR, Severity.ERROR, "failed", "", place(1))
    config = Config(ignore=("ATS902",), per_path_ignores=(("**", ("ATS902",)),))
    result = suppress(report(more=[broke]), comments("x  # attio-scopes: ignore[ATS902]", "# attio-scopes: ignore-file"), config)
    assert (1, "ATS902") in told(result)


def test_ats201_itself_can_be_ignored() -> None:
    line = "send()  # attio-scopes: ignore[ATS004]"
    assert told(suppress(report(), comments(line), Config())) == [(1, "ATS201")]
    assert told(suppress(report(), comments(line, "# attio-scopes: ignore-file[ATS201] kept for later"), Config())) == []
    assert told(suppress(report(), comments("x = 1", "# attio-scopes: ignore-file[ATS201]"), Config())) == [(2, "ATS201")]
    assert told(suppress(report(), comments(line), Config(ignore=("ATS201",)))) == []


def test_its_severity_comes_from_the_configuration() -> None:
    config = Config(severities=(("unused-suppression", "error"),))
    result = suppress(report(), comments("x  # attio-scopes: ignore[ATS001]"), config)
    assert [f.severity for f in result.findings] == [Severity.ERROR]


def test_one_of_two_tokens_left_unsuppressed_keeps_the_verdict() -> None:
    call = resolved(1)
    two = report((call, "missing"), more=[finding(call, UNUSED_SCOPE, "other")])
    result = suppress(two, comments("send()  # attio-scopes: ignore[ATS001]"), Config())
    assert [f.code.id for f in result.findings] == ["ATS101"]
    assert [judged.status for judged in result.calls] == ["suppressed"]


# --- pins ------------------------------------------------------------------------------------------------------


def pinned(call: Call, body: str) -> tuple[Call, list[str]]:
    settled = apply_pins([call], comments(f"send()  # attio-scopes: endpoint {body}"), MANIFEST)
    return settled.calls[0], ats201(settled)


@pytest.mark.parametrize(
    ("body", "key"),
    [
        ("POST /v2/objects/{object}/records", CREATE.key),
        ("POST /v2/objects/{slug}/records", CREATE.key),
        ("POST /v2/objects/people/records", CREATE.key),
        ("post /v2/objects/records/search", "POST /v2/objects/records/search"),
    ],
)
def test_a_pin_resolves(body: str, key: str) -> None:
    call, problems = pinned(unresolved(1), body)
    assert problems == []
    assert (call.status, call.pinned, call.reason) == (CallStatus.RESOLVED, True, None)
    assert [match.endpoint.key for match in call.matches] == [key]
    assert call.methods == ("POST",)


def test_a_pin_may_name_several() -> None:
    call, problems = pinned(unresolved(1, method=None), "GET /v2/notes, POST /v2/notes")
    assert problems == []
    assert [match.endpoint.key for match in call.matches] == ["GET /v2/notes", "POST /v2/notes"]


def test_a_pin_narrows_what_the_source_leaves_open() -> None:
    call, problems = pinned(resolved(1, NOTES, NOTE), "GET /v2/notes")
    assert problems == []
    assert [match.endpoint.key for match in call.matches] == ["GET /v2/notes"]
    assert (call.methods, call.pinned) == (("GET",), True)


@pytest.mark.parametrize(
    ("call", "body", "says"),
    [
        (resolved(1, NOTE), "GET /v2/notes", "but the call reaches POST /v2/notes"),
        (resolved(1, NOTE), "POST /v2/notes", "not needed"),
        (unresolved(1), "GET /v2/notes", "but the source says POST"),
        (unresolved(1, Literal("https://api.attio.com/v2/objects/"), Hole("x")), "POST /v2/notes", "but the source says POST"),
        (unresolved(1), "POST /v2/note", "Attio's reference does not have"),
        (unknown(1), "POST /v2/notes", "no endpoint of Attio's"),
    ],
)
def test_untrue_and_unneeded_pins(call: Call, body: str, says: str) -> None:
    after, problems = pinned(call, body)
    assert after == call
    assert len(problems) == 1
    assert says in problems[0]


def test_an_unknown_pin_shows_the_nearest() -> None:
    settled = apply_pins([unresolved(1)], comments("send()  # attio-scopes: endpoint POST /objects/{object}/records"), MANIFEST)
    assert [f.help for f in settled.findings] == ["Nearest: POST /v2/objects/{object}/records."]


def test_a_pin_without_a_call() -> None:
    directives = comments("x = 1  # attio-scopes: endpoint POST /v2/notes")
    assert ats201(apply_pins([], directives, MANIFEST)) == ["Pin does not belong to any call to Attio."]
    assert ats201(apply_pins([], directives, MANIFEST, partial=True)) == []


def test_a_pin_on_a_line_with_two_calls_is_for_the_unresolved_one() -> None:
    known = resolved(1, NOTES, column=30)
    settled = apply_pins([unresolved(1), known], comments("a(b())  # attio-scopes: endpoint POST /v2/webhooks"), MANIFEST)
    assert ats201(settled) == []
    assert [c.matches[0].endpoint.key for c in settled.calls] == ["POST /v2/webhooks", "GET /v2/notes"]


@pytest.mark.parametrize(
    ("url", "template", "expected"),
    [
        ((Literal("https://api.attio.com/v2/objects/"), Hole("s"), Literal("/records/query")), QUERY.path, True),
        ((Literal("https://api.attio.com/v2/objects/"), Hole("s"), Literal("/records/query")), CREATE.path, False),
        ((Hole("base"), Literal("/notes?limit=1")), NOTES.path, True),
        ((Hole("base"), Literal("/notes/")), NOTES.path, True),
        ((Literal("https://"), Hole("host"), Literal("/v2/notes")), NOTES.path, True),
        ((Literal("/v2/objects/"), Hole("s", single=True)), "/v2/objects/{object}", True),
        ((Literal("/v2/objects/"), Hole("s", single=True)), GET_RECORD.path, False),
        ((Literal("/v2/objects/"), Hole("s")), GET_RECORD.path, True),
        ((Literal("/v2/objects/people"),), "/v2/objects/{object}", True),
        ((Literal("/v2/objects/"),), "/v2/objects/{object}", False),
        ((Literal("/v2/objects/a/b"),), "/v2/objects/{object}", False),
        ((Hole("url"),), WEBHOOK.path, True),
        ((Literal("x" * 3000),), WEBHOOK.path, False),
    ],
)
def test_may_be(url: tuple[Literal | Hole, ...], template: str, expected: bool) -> None:
    assert may_be(url, template) is expected


# --- contracts -------------------------------------------------------------------------------------------------


def contract(stated: str, *calls: Call) -> tuple[tuple[Call, ...], list[str]]:
    settled = apply_pins(calls, comments(f"def f():  # attio-scopes: requires {stated}", "    pass"), MANIFEST)
    return settled.calls, ats201(settled)


def test_a_contract_speaks_for_unresolved_calls() -> None:
    calls, problems = contract("note:read-write", unresolved(2, function="f"), unresolved(9, function="g"))
    assert problems == []
    assert [call.status for call in calls] == [CallStatus.RESOLVED, CallStatus.UNRESOLVED]
    assert [str(s) for s in calls[0].matches[0].alternatives[0].scopes] == ["note:read-write"]


def test_a_true_contract_changes_nothing() -> None:
    call = resolved(2, NOTE, function="f.<locals>.inner")
    assert contract("note:read-write", call) == ((call,), [])


@pytest.mark.parametrize(
    ("stated", "says"),
    [
        ("note:read", "leaves out note:read-write"),
        ("nothing", "leaves out note:read-write"),
        ("note:read-write, webhook:read", "states webhook:read, which no call in it needs"),
    ],
)
def test_an_untrue_contract(stated: str, says: str) -> None:
    _, problems = contract(stated, resolved(2, NOTE, function="f"))
    assert len(problems) == 1
    assert says in problems[0]


def test_a_broader_contract_than_needed() -> None:
    _, problems = contract("note:read-write", resolved(2, NOTES, function="f"))
    assert problems == ["Contract of f states note:read-write, which no call in it needs."]


@pytest.mark.parametrize(
    ("stated", "reached", "remedy"),
    [
        ("task:read", NOTE, "note:read-write"),
        ("note:read", NOTE, "note:read-write"),
        ("note:read-write", NOTES, "note:read"),
        ("note:read, task:read", NOTES, "note:read"),
        ("nothing", NOTES, "note:read"),
    ],
)
def test_following_the_advice_makes_a_contract_true(stated: str, reached: Endpoint, remedy: str) -> None:
    call = resolved(2, reached, function="f")
    settled = apply_pins([call], comments(f"def f():  # attio-scopes: requires {stated}", "    pass"), MANIFEST)
    assert {f.help for f in settled.findings} == {f"Write: requires {remedy}"}
    assert contract(remedy, call)[1] == []


def test_a_contract_without_calls() -> None:
    assert contract("note:read")[1] == ["Contract of f: no call to Attio is decided in it."]


def test_suppression_only_removes() -> None:
    calls = report((resolved(1), "missing"), (unresolved(2), "unresolved"), (unknown(3), "unknown-endpoint"))
    before = {(f.place, f.code.id) for f in calls.findings}
    for body in ("ignore", "ignore[ATS001]", "ignore[ATS003, ATS004]", "ignore-file", "nonsense"):
        after = suppress(calls, comments("a", f"b  # attio-scopes: {body}", "c"), Config())
        assert {(f.place, f.code.id) for f in after.findings if f.code.id != "ATS201"} <= before
    assert MISSING_SCOPE.id == "ATS001"


def test_every_new_finding_has_a_fingerprint_of_its_own() -> None:
    line = "send()  # attio-scopes: ignore[ATS004]"
    result = suppress(report(), comments(line, line, "x  # attio-scopes: nonsense"), Config())
    moved = suppress(report(), comments("", line, "", line, "x  # attio-scopes: nonsense"), Config())
    prints = [f.fingerprint for f in result.findings]
    assert len(set(prints)) == 3
    assert all(prints)
    assert [f.fingerprint for f in moved.findings] == prints
