"""Pins on endpoints whose scopes hang on a condition, contracts of a part of a project, and how an endpoint is found by a path."""

from __future__ import annotations

import pytest

from attio_scopes.model.call import Call, CallStatus, EndpointMatch
from attio_scopes.model.config import Config
from attio_scopes.model.endpoint import Manifest
from attio_scopes.model.finding import ATTIO_NOT_FOLLOWED, Finding, Severity
from attio_scopes.pins import Pinned, apply_pins, find_endpoint, pinned
from attio_scopes.rule_files import load_manifest
from attio_scopes.suppress import suppress
from tests.made_calls import CREATE, MANIFEST, SEARCH, place, report, resolved, unresolved
from tests.test_suppress import ats201, comments

ATTRIBUTES = "/v2/{target}/{identifier}/attributes"


@pytest.fixture(scope="module")
def manifest() -> Manifest:
    return load_manifest()


def named(manifest: Manifest, method: str, path: str, condition: str = "") -> Pinned:
    found = pinned(manifest, method, path, condition)
    assert isinstance(found, Pinned), found
    return found


def values(pin: Pinned) -> list[str]:
    return [alternative.when.value for alternative in pin.alternatives if alternative.when is not None]


@pytest.mark.parametrize(
    ("path", "condition", "left", "text"),
    [
        (ATTRIBUTES, "", ["objects", "lists"], f"POST {ATTRIBUTES}"),
        ("/v2/objects/people/attributes", "", ["objects"], f"POST {ATTRIBUTES} when target=objects"),
        ("/v2/lists/{list}/attributes", "", ["lists"], f"POST {ATTRIBUTES} when target=lists"),
        ("/v2/{kind}/people/attributes", "", ["objects", "lists"], f"POST {ATTRIBUTES}"),
        (ATTRIBUTES, "target=lists", ["lists"], f"POST {ATTRIBUTES} when target=lists"),
    ],
)
def test_a_path_or_a_condition_decides(manifest: Manifest, path: str, condition: str, left: list[str], text: str) -> None:
    pin = named(manifest, "POST", path, condition)
    assert (values(pin), str(pin)) == (left, text)


@pytest.mark.parametrize(
    ("path", "condition", "help_"),
    [
        (ATTRIBUTES, "target=people", "Known there: target=objects, target=lists."),
        (ATTRIBUTES, "subject=record", "Known there: target=objects, target=lists."),
        ("/v2/webhooks", "target=lists", "Remove the condition from the pin."),
    ],
)
def test_a_condition_that_is_none(manifest: Manifest, path: str, condition: str, help_: str) -> None:
    found = pinned(manifest, "POST", path, condition)
    assert isinstance(found, tuple)
    assert found[0].startswith(f"Pin says {condition}, on which nothing depends at POST {path}")
    assert found[1] == help_


def test_an_endpoint_without_a_condition_has_none(manifest: Manifest) -> None:
    """Its one alternative is left, and nothing is said of a condition."""
    assert str(named(manifest, "POST", "/v2/webhooks")) == "POST /v2/webhooks"


def test_a_value_that_a_parameter_cannot_have_names_nothing(manifest: Manifest) -> None:
    found = pinned(manifest, "POST", "/v2/people/people/attributes")
    assert isinstance(found, tuple)
    assert "which Attio's reference does not have" in found[0]


def threads(manifest: Manifest, *subjects: str) -> Call:
    endpoint = find_endpoint(manifest, "GET", "/v2/threads")
    assert endpoint is not None
    left = tuple(one for one in endpoint.requirement.alternatives if one.when is not None and one.when.value in subjects)
    call = resolved(1, endpoint)
    return Call(call.site, CallStatus.RESOLVED, call.methods, call.url, (EndpointMatch(endpoint, (), left),))


@pytest.mark.parametrize(
    ("subjects", "condition", "says"),
    [
        (("record",), "subject=entry", "but the call reaches GET /v2/threads when subject=record."),
        (("record",), "subject=record", "Pin is not needed: the source already says GET /v2/threads when subject=record."),
    ],
)
def test_a_pin_against_what_the_source_decides(manifest: Manifest, subjects: tuple[str, ...], condition: str, says: str) -> None:
    settled = apply_pins(
        [threads(manifest, *subjects)], comments(f"send()  # attio-scopes: endpoint GET /v2/threads when {condition}"), manifest
    )
    assert [says in message for message in ats201(settled)] == [True]


def test_a_pin_that_decides_nothing_names_no_condition(manifest: Manifest) -> None:
    settled = apply_pins([threads(manifest, "record", "entry")], comments("send()  # attio-scopes: endpoint GET /v2/threads"), manifest)
    assert ats201(settled) == ["Pin is not needed: the source already says GET /v2/threads."]


def test_a_pin_decides_the_subject(manifest: Manifest) -> None:
    before = threads(manifest, "record", "entry")
    settled = apply_pins([before], comments("send()  # attio-scopes: endpoint GET /v2/threads when subject=entry"), manifest)
    (match,) = settled.calls[0].matches
    assert ats201(settled) == []
    assert [one.when.value for one in match.alternatives if one.when is not None] == ["entry"]


def test_a_pin_for_one_of_two_calls_on_a_line() -> None:
    """It fits the second and not the first: nothing is wrong with it."""
    first, second = unresolved(1), unresolved(1, method="GET")
    settled = apply_pins([first, second], comments("a(b())  # attio-scopes: endpoint GET /v2/notes"), MANIFEST)
    assert ats201(settled) == []
    assert [call.status for call in settled.calls] == [CallStatus.UNRESOLVED, CallStatus.RESOLVED]


def test_a_pin_that_fits_neither_of_two_calls() -> None:
    settled = apply_pins(
        [unresolved(1, method="DELETE"), unresolved(1, method="PUT")], comments("a(b())  # attio-scopes: endpoint GET /v2/notes"), MANIFEST
    )
    assert len(ats201(settled)) == 1
    assert "but the source says DELETE" in ats201(settled)[0]


def test_a_contract_without_calls_in_a_part_of_the_project() -> None:
    """Its calls may be in what was not looked at."""
    directives = comments("# attio-scopes: requires note:read", "def find():", "    pass")
    assert ats201(apply_pins([], directives, MANIFEST)) == ["Contract of find: no call to Attio is decided in it."]
    assert ats201(apply_pins([], directives, MANIFEST, partial=True)) == []


@pytest.mark.parametrize(("scope", "there"), [("note:read", True), ("scim_management:read", False), ("notes:read", False)])
def test_a_contract_states_scopes_that_there_are(manifest: Manifest, scope: str, there: bool) -> None:
    """One that Attio's newest list no longer has is none."""
    directives = comments(f"# attio-scopes: requires {scope}", "def find():", "    pass")
    said = f"Contract of find states {scope}, and there is no such scope."
    assert (said in ats201(apply_pins([], directives, manifest))) is not there


def test_a_literal_segment_wins() -> None:
    assert find_endpoint(MANIFEST, "POST", "/v2/objects/records/search") is SEARCH
    assert find_endpoint(MANIFEST, "POST", "/v2/objects/people/records") is CREATE
    assert find_endpoint(MANIFEST, "POST", "/v2/objects//records") is None
    assert find_endpoint(MANIFEST, "GET", "/v2/objects/people/records") is None
    assert find_endpoint(MANIFEST, "POST", "/v2/objects/people") is None


def test_a_complaint_that_is_accepted_is_told_as_such() -> None:
    """ATS201 about a comment, silenced by the configuration, stands among what was suppressed."""
    result = suppress(report(), comments("x = 1  # attio-scopes: ignore[ATS001]"), Config(ignore=("ATS201",)))
    assert [item.finding.code.id for item in result.suppressed] == ["ATS201"]
    assert [finding.code.id for finding in result.findings] == []


def test_a_finding_without_a_call_is_silenced_on_its_own_lines_only() -> None:
    """No statement belongs to it, so the first line of the file is not its beginning."""
    entered = Finding(ATTIO_NOT_FOLLOWED, Severity.WARNING, "entered", "", place(5))
    lines = ["x = 1"] * 5
    for line, left in [(1, ["ATS201", "ATS008"]), (5, [])]:
        written = [*lines[: line - 1], "x = 1  # attio-scopes: ignore[ATS008]", *lines[line:]]
        assert [finding.code.id for finding in suppress(report(more=[entered]), comments(*written), Config()).findings] == left


def test_a_suppression_of_complaints_that_silences_none_is_told_unless_that_is_not_wanted() -> None:
    directives = comments("x = 1  # attio-scopes: ignore[ATS201]")
    assert ats201(suppress(report(), directives, Config())) == ["Suppression of ATS201 is unused: not reported here."]
    assert ats201(suppress(report(), directives, Config(ignore=("ATS201",)))) == []
