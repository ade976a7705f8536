"""The report that judge makes: tokens and their calls, advice and when it is withheld, messages, fingerprints."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from attio_scopes.judge import Run, judge, survey
from attio_scopes.judge.bind import bind
from attio_scopes.judge.inventory import inventory
from attio_scopes.model.call import Call, EndpointMatch, Frame, Place
from attio_scopes.model.config import Config, Token
from attio_scopes.model.endpoint import Alternative, Condition, Requirement
from attio_scopes.model.finding import UNPARSABLE_FILE, Finding, Severity
from attio_scopes.model.report import Report, TokenReport
from attio_scopes.model.scope import Scope, ScopeSet
from tests.made_calls import CREATE, MANIFEST, NOTE, NOTES, QUERY, SELF, WEBHOOK, endpoint, resolved, unknown, unresolved


def token(name: str = "default", *scopes: str, **more: object) -> Token:
    declared = tuple((Scope.parse(text), Place("pyproject.toml", line, 5, line, 20)) for line, text in enumerate(scopes, 2))
    return replace(Token(name, ScopeSet.of(scopes), declared_at=declared), **more)


def judged(calls: Sequence[Call], *tokens: Token, run: Run | None = None, **config: object) -> Report:
    made = replace(Config(file="pyproject.toml", tokens=tokens), **config)
    return judge(calls, made, MANIFEST, run or Run(files=1))


def told(report: Report) -> list[tuple[str, str, int, str | None]]:
    return [(finding.code.id, finding.place.path, finding.place.line, finding.token) for finding in report.findings]


def thread_call(line: int = 1) -> Call:
    """A call of which the source does not show whether it is about a record or a list entry."""
    alternatives = (
        Alternative(Condition("subject", "record"), tuple(ScopeSet.of(["comment:read", "record_permission:read"]))),
        Alternative(Condition("subject", "entry"), tuple(ScopeSet.of(["comment:read", "list_entry:read"]))),
    )
    threads = replace(endpoint("GET /v2/threads"), requirement=Requirement(alternatives), docs="https://docs.example/threads")
    call = resolved(line, threads)
    return replace(call, matches=(EndpointMatch(threads, (), alternatives),))


# --- which token ---


def names(call: Call, *tokens: Token) -> tuple[list[str], bool]:
    binding = bind(call, tokens)
    return [bound.name for bound in binding.tokens], binding.certain


def test_a_call_is_bound_by_credential_then_path_then_alone() -> None:
    sync = token("sync", env=("ATTIO_SYNC_TOKEN",), paths=("jobs/**",))
    app = token("app", env=("settings.app_token",))
    assert names(resolved(1, credentials=("ATTIO_SYNC_TOKEN",)), sync, app) == (["sync"], True)
    assert names(resolved(1, path="jobs/a.py", credentials=("settings.app_token",)), sync, app) == (["app"], True)
    assert names(resolved(1, path="jobs/a.py"), sync, app) == (["sync"], True)
    assert names(resolved(1, path="jobs/a.py", credentials=("OTHER",)), sync, app) == (["sync"], True)
    assert names(resolved(1, path="web/a.py"), sync, app) == (["sync", "app"], False)
    assert names(resolved(1, path="web/a.py", credentials=("OTHER",)), sync) == (["sync"], True)
    assert names(resolved(1, credentials=("ATTIO_SYNC_TOKEN", "settings.app_token")), sync, app) == (["sync", "app"], True)


def test_settings_attributes_and_variables_are_one_name() -> None:
    sync = token("sync", env=("ATTIO_SYNC_TOKEN",))
    app = token("app", env=("settings.token",))
    assert names(resolved(1, credentials=("config.attio_sync_token",)), sync, app) == (["sync"], True)
    assert names(resolved(1, credentials=("other.token",)), sync, app) == (["sync", "app"], False)
    assert names(resolved(1, credentials=("MY_ATTIO_SYNC_TOKEN",)), sync, app) == (["sync", "app"], False)


def test_a_shared_client_is_judged_once_for_each_of_its_tokens() -> None:
    call = resolved(3, NOTE, credentials=("A", "B"))
    report = judged([call], token("a", "note:read-write", env=("A",)), token("b", "note:read", env=("B",)))
    assert told(report) == [("ATS001", "app.py", 3, "b")]
    assert report.calls[0].status == "missing"
    assert [part.missing for part in report.tokens] == [(), (Scope.parse("note:read-write"),)]


def test_an_unbound_call_is_judged_against_each_and_told_once() -> None:
    tokens = (token("a", "note:read-write", env=("A",)), token("b", "webhook:read-write", env=("B",)))
    some = judged([resolved(3, NOTE)], *tokens)
    assert [(code, who) for code, _path, _line, who in told(some) if code < "ATS100"] == [("ATS002", None), ("ATS007", None)]
    assert some.calls[0].status == "possible"
    assert [(part.required, part.missing, list(map(str, part.possible))) for part in some.tokens] == [
        ((), (), []), ((), (), ["note:read-write"]),
    ]  # fmt: skip
    lacking = next(finding for finding in some.findings if finding.code.id == "ATS002")
    assert lacking.message == "POST /v2/notes: note:read-write is not declared for token b; token a covers the call."
    none = judged([resolved(3, CREATE)], *tokens)
    assert ("ATS001", "app.py", 3, None) in told(none)
    every = judged([resolved(3, SELF)], *tokens)
    assert [code for code, *_rest in told(every) if code < "ATS100"] == ["ATS007"]
    assert every.calls[0].status == "covered"


def test_the_unbound_message_names_the_credential_that_was_found() -> None:
    report = judged([resolved(3, SELF, credentials=("CRM_KEY",))], token("a", env=("A",)), token("b", env=("B",)))
    (finding,) = report.findings
    assert "(a and b)" in finding.message
    assert finding.help == "The code reads it from CRM_KEY: add that name to `env` of the right token in pyproject.toml."


# --- what is told ---


def test_messages_say_what_to_do() -> None:
    report = judged([resolved(3, CREATE)], token("default", "record_permission:read"))
    finding = report.findings[0]
    assert finding.message == (
        "POST /v2/objects/{object}/records needs object_configuration:read and record_permission:read-write, which are not declared."
    )
    assert finding.help == (
        "Grant object_configuration:read and change record_permission:read to record_permission:read-write,"
        " in Attio and in `scopes` in pyproject.toml, or remove the call."
    )


def test_an_oauth_app_is_told_that_customers_must_authorise_again() -> None:
    (finding,) = judged([resolved(3, NOTE)], token("app", kind="oauth")).findings
    assert "add it to `tokens.app.scopes` in pyproject.toml" in finding.help
    assert finding.help.endswith("Customers of the app must then authorise it again.")


def test_an_undecided_call_says_what_it_depends_on() -> None:
    neither = judged([thread_call()], token("default", "comment:read")).findings[0]
    assert neither.code.id == "ATS001"
    assert neither.message == (
        "GET /v2/threads needs record_permission:read for a record, list_entry:read for a list entry; neither is declared."
    )
    assert neither.docs == "https://docs.example/threads"
    assert "# attio-scopes: endpoint" in neither.help
    some = judged([thread_call()], token("default", "comment:read", "list_entry:read")).findings[0]
    assert some.code.id == "ATS002"
    assert some.message.startswith("GET /v2/threads needs record_permission:read for a record, nothing more for a list entry; ")
    assert some.missing_scopes == (Scope.parse("record_permission:read"),)


def test_several_endpoints_are_all_named() -> None:
    (finding,) = judged([resolved(1, NOTES, WEBHOOK)], token("default", "note:read")).findings
    assert finding.code.id == "ATS002"
    assert finding.message == (
        "Could be GET /v2/notes (needs nothing more) or POST /v2/webhooks (needs webhook:read-write); only some of these are declared."
    )
    assert finding.help.endswith("Or say which one it is with a comment on the call:\n# attio-scopes: endpoint GET /v2/notes")


def test_calls_without_an_endpoint() -> None:
    report = judged([unresolved(1), unknown(2)], token())
    assert [(f.code.id, f.message) for f in report.findings] == [
        ("ATS004", "POST https://api.attio.com/v2/{path} cannot be resolved: parameter path."),
        ("ATS003", "POST https://api.attio.com/v2/nots is not an endpoint of Attio's API reference."),
    ]
    assert report.findings[1].help.startswith("The nearest endpoint is POST /v2/notes.")
    assert [judged_call.status for judged_call in report.calls] == ["unresolved", "unknown-endpoint"]


def test_text_of_the_code_cannot_break_a_message() -> None:
    call = replace(unresolved(1), url="https://api.attio.com/\x1b[31m\nx", reason="a\nb\u202e")
    (finding,) = judged([call], token()).findings
    assert finding.message.isprintable()
    assert "\\x1b[31m\\x0ax" in finding.message


def test_deprecated_endpoints_and_token_levels() -> None:
    old = replace(endpoint("GET /v2/old"), deprecated=True)
    workspace = replace(endpoint("GET /scim/v2/Users"), levels=("workspace",))
    both = replace(endpoint("GET /v2/both"), levels=("user", "workspace"))
    calls = [resolved(1, old), resolved(2, workspace), resolved(3, both), resolved(4, workspace, both)]
    report = judged(calls, token("default", level="user"))
    assert [(f.code.id, f.place.line, f.severity) for f in report.findings] == [
        ("ATS005", 1, Severity.WARNING), ("ATS006", 2, Severity.ERROR), ("ATS006", 4, Severity.WARNING),
    ]  # fmt: skip
    assert report.findings[1].message == "GET /scim/v2/Users takes workspace tokens only, but the token is a user token."
    assert [f.code.id for f in judged(calls, token("default", level="workspace")).findings] == ["ATS005"]
    assert [f.code.id for f in judged(calls, token("default")).findings] == ["ATS005"]


def test_the_trace_is_related() -> None:
    call = resolved(1, NOTE)
    call = replace(call, site=replace(call.site, via=(Frame("crm/http.py", 12, 16, "Client._send"),)))
    (finding,) = judged([call], token()).findings
    assert [(r.place.path, r.place.line, r.message) for r in finding.related] == [("crm/http.py", 12, "sent by Client._send")]


def test_severities_of_the_configuration() -> None:
    report = judged([resolved(1, NOTE), unresolved(2)], token(), severities=(("ATS001", "note"), ("ATS004", "error")))
    assert [(f.code.id, f.severity) for f in report.findings] == [("ATS001", Severity.NOTE), ("ATS004", Severity.ERROR)]


# --- what a token could lose ---


DECLARED = ("note:read-write", "note:read", "webhook:read", "task:read-write")


def only(report: Report) -> TokenReport:
    (part,) = report.tokens
    return part


def test_unused_and_broader_scopes_are_told_where_they_are_declared() -> None:
    report = judged([resolved(1, NOTES)], token("default", *DECLARED), reasons=(("task:read-write", "for the nightly job"),))
    assert told(report) == [
        ("ATS102", "pyproject.toml", 2, "default"),
        ("ATS101", "pyproject.toml", 4, "default"),
    ]
    assert only(report).kept == ((Scope.parse("task:read-write"), "for the nightly job"),)
    assert report.findings[0].message == "note:read-write is declared, but the calls need only note:read."
    part = only(report)
    assert [list(map(str, scopes)) for scopes in (part.required, part.unused, part.broader)] == [
        ["note:read"], ["webhook:read"], ["note:read-write"],
    ]  # fmt: skip
    assert part.withheld is None


def test_a_scope_beside_a_wider_one_is_unused() -> None:
    report = judged([resolved(1, NOTE)], token("default", "note:read-write", "note:read"))
    (finding,) = report.findings
    assert (finding.code.id, finding.place.line) == ("ATS101", 3)
    assert finding.message == "note:read is declared beside note:read-write, which includes it."


def test_what_some_reading_needs_is_not_unused() -> None:
    part = only(judged([thread_call()], token("default", "comment:read", "list_entry:read", "record_permission:read-write")))
    assert (part.unused, list(map(str, part.broader))) == ((), ["record_permission:read-write"])


NOT_NEEDED = "note:read-write, task:read-write, webhook:read"


def test_advice_is_withheld_while_something_might_need_the_scope() -> None:
    broken = Finding(UNPARSABLE_FILE, Severity.ERROR, "m", "", Place("b.py", 1, 1, 1, 1))
    cases = {
        f"1 call is unresolved, and might need {NOT_NEEDED}": ([unresolved(2)], Run()),
        f"1 call is unresolved and 1 call goes to an unknown endpoint, and might need {NOT_NEEDED}": ([unresolved(2), unknown(3)], Run()),
        f"1 file could not be analysed, and might need {NOT_NEEDED}": ([], Run(findings=(broken,))),
        "only part of the project was analysed": ([unresolved(2)], Run(partial=True)),
    }
    for reason, (calls, run) in cases.items():
        report = judged([resolved(1, NOTES), *calls], token("default", *DECLARED), run=run)
        part = only(report)
        assert (part.withheld, part.unused, part.broader) == (reason, (), ())
        assert not [finding for finding in report.findings if finding.code.id.startswith("ATS1")]
    assert only(judged([unresolved(2)], token())).withheld is None  # nothing is declared, so nothing is withheld


def test_only_what_an_unresolved_call_could_need_is_withheld() -> None:
    stuck = replace(unresolved(2), might_need=frozenset({Scope.parse("webhook:read-write"), Scope.parse("file:read")}))
    report = judged([resolved(1, NOTES), stuck], token("default", "note:read-write", "task:read", "webhook:read"))
    part = only(report)
    assert [list(map(str, scopes)) for scopes in (part.unused, part.broader)] == [["task:read"], ["note:read-write"]]
    assert part.withheld == "1 call is unresolved, and might need webhook:read"
    assert [finding.missing_scopes for finding in report.findings if finding.code.id == "ATS101"] == [(Scope.parse("task:read"),)]


def test_a_scope_beside_a_wider_one_goes_whatever_is_unresolved() -> None:
    part = only(judged([resolved(1, NOTE), unresolved(2)], token("default", "note:read", "note:read-write")))
    assert (list(map(str, part.unused)), part.withheld) == (["note:read"], None)


def test_an_unresolved_call_of_one_token_does_not_withhold_advice_on_another() -> None:
    stuck = unresolved(2)
    stuck = replace(stuck, site=replace(stuck.site, credentials=("A",)))
    report = judged([stuck], token("a", "note:read", env=("A",)), token("b", "task:read", env=("B",)))
    assert [(part.withheld is None, list(map(str, part.unused))) for part in report.tokens] == [(False, []), (True, ["task:read"])]


# --- the rest of the report ---


def test_required_scopes_are_the_least_set() -> None:
    report = judged([resolved(1, NOTES), resolved(2, NOTE), resolved(3, QUERY), thread_call(4)], token())
    assert list(map(str, report.required_scopes)) == [
        "comment:read", "note:read-write", "object_configuration:read", "record_permission:read",
    ]  # fmt: skip


def test_a_survey_gives_no_verdict() -> None:
    report = survey([unresolved(2), resolved(1, NOTE), unknown(3)], Config(), MANIFEST, Run(files=4, skipped_tests=2))
    assert [judged_call.status for judged_call in report.calls] == ["resolved", "unresolved", "unknown-endpoint"]
    assert (report.findings, report.tokens, report.files, report.skipped_tests) == ((), (), 4, 2)
    assert list(map(str, report.required_scopes)) == ["note:read-write"]


def moved(call: Call, lines: int) -> Call:
    place = call.site.place
    shifted = replace(place, line=place.line + lines, end_line=place.end_line + lines)
    return replace(call, site=replace(call.site, place=shifted))


def test_fingerprints_survive_moved_lines_and_tell_equals_apart() -> None:
    calls = [resolved(1, NOTE, function="f"), resolved(2, NOTE, function="f"), resolved(3, NOTE, function="g"), resolved(4, WEBHOOK)]
    before = [finding.fingerprint for finding in judged(calls, token()).findings]
    after = [finding.fingerprint for finding in judged([moved(call, 40) for call in calls], token()).findings]
    assert before == after
    assert len(set(before)) == 4
    assert all(len(fingerprint) == 32 for fingerprint in before)
    without_the_third = [finding.fingerprint for finding in judged([*calls[:2], calls[3]], token()).findings]
    assert without_the_third == [before[0], before[1], before[3]]


def test_fingerprints_are_not_those_of_another_file_token_or_code() -> None:
    def one(call: Call, *tokens: Token) -> str:
        return judged([call], *tokens).findings[0].fingerprint

    calls = [resolved(1, NOTE), resolved(1, NOTE, path="b.py"), resolved(1, WEBHOOK), resolved(1, NOTE, function="f")]
    assert len({one(call, token()) for call in calls} | {one(calls[0], token("other"))}) == 5


def test_the_inventory_names_who_needs_what() -> None:
    calls = [resolved(1, NOTES), resolved(2, NOTE), thread_call(3)]
    (whole,) = inventory(calls, ())
    assert [(str(row.scope), row.certain, [need.place.line for need in row.needs]) for row in whole.scopes] == [
        ("comment:read", True, [3]),
        ("list_entry:read", False, [3]),
        ("note:read-write", True, [2]),
        ("record_permission:read", False, [3]),
    ]
    assert whole.possible == ()
    (also,) = inventory([*calls, resolved(4, endpoint("GET /v2/lists", "list_entry:read"))], ())
    assert [(str(row.scope), row.certain) for row in also.scopes if row.scope.resource == "list_entry"] == [("list_entry:read", True)]
    assert [str(row.scope) for row in also.possible] == ["record_permission:read"]


def test_the_inventory_of_several_tokens() -> None:
    calls = [resolved(1, NOTE, credentials=("A",)), resolved(2, WEBHOOK, credentials=("B",)), resolved(3, CREATE)]
    first, second = inventory(calls, [token("a", env=("A",)), token("b", env=("B",))])
    assert [[str(row.scope) for row in part.scopes] for part in (first, second)] == [["note:read-write"], ["webhook:read-write"]]
    unbound = ["object_configuration:read", "record_permission:read-write"]
    assert [[str(row.scope) for row in part.possible] for part in (first, second)] == [unbound, unbound]
