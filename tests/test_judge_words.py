"""The words of findings, and what each entry point needs, from hand-made calls: without a run over files."""

from __future__ import annotations

import hashlib

from msgspec.structs import replace

from attio_scopes.judge import Run, messages
from attio_scopes.judge.entries import Program, entry_needs
from attio_scopes.judge.traffic import compare_with
from attio_scopes.model.call import Call
from attio_scopes.model.config import Token
from attio_scopes.model.endpoint import Condition
from attio_scopes.model.entrance import Entrance
from attio_scopes.model.entry_point import Body, Sends
from attio_scopes.model.evidence import Exchange
from attio_scopes.model.scope import ScopeSet
from tests.made_calls import NOTE, NOTES, WEBHOOK, resolved, unknown, unresolved
from tests.test_judge_report import judged, token


def test_a_library_and_an_address_are_told_apart() -> None:
    library, address = Entrance("app.py", 1, "attio_sdk"), Entrance("app.py", 1)
    assert messages.not_followed(library)[0] == "`attio_sdk` is not part of the project, and what it sends to Attio is not known."
    assert messages.not_followed(address)[0] == "The address of Attio's API is used here, and no call was found behind it."
    assert messages.not_followed(library)[1].startswith("Name the environment in which it is installed with --python, describe")


def test_a_token_with_a_name_is_named_where_something_is_granted() -> None:
    (finding,) = judged([resolved(1, NOTE)], token("sync")).findings
    assert finding.help.startswith("Grant note:read-write to token sync in Attio and add it to ")
    (finding,) = judged([resolved(1, NOTE)], token("sync", "note:read")).findings
    assert finding.help.startswith("Change note:read to note:read-write for token sync, in Attio and in ")
    (finding,) = judged([resolved(1, NOTE)], token()).findings
    assert finding.help.startswith("Grant note:read-write in Attio")


def test_what_a_call_may_also_be_is_listed() -> None:
    call = replace(resolved(1, NOTE), strays=("POST /v2/a", "POST /v2/b"))
    assert messages.stray(call)[0].startswith("This call may also be POST /v2/a or POST /v2/b, which is not an endpoint")


def program(*bodies: Body, calls: tuple[Call, ...]) -> Program:
    def narrowed(call: Call, site: object) -> Call:
        raise AssertionError("each body has every reading")

    return Program(bodies, {call.site.place: call for call in calls}, narrowed)


def sends(call: Call, *credentials: str) -> Sends:
    return Sends(call.site.place, tuple(range(len(call.site.readings))), credentials)


def needs(made: Program) -> dict[tuple[str, str], list[str]]:
    return {(one.kind, one.name): [match.endpoint.key for call in one.calls for match in call.matches] for one in entry_needs(made, ())}


def test_each_entry_point_needs_what_it_leads_to_and_the_rest_is_last() -> None:
    listing, adding, hook = resolved(1, NOTES), resolved(2, NOTE), resolved(3, WEBHOOK)
    made = program(
        Body("app.py", 1, "tool", "tool", "notes", calls=(1,)),
        Body("app.py", 2, "helper", sends=(sends(listing), sends(adding))),
        Body("app.py", 3, "idle", "route", "/nothing"),
        Body("app.py", 4, "by_itself", sends=(sends(hook),)),
        calls=(listing, adding, hook),
    )
    assert needs(made) == {("tool", "notes"): [NOTES.key, NOTE.key], ("", ""): [WEBHOOK.key]}


def test_where_every_call_is_reached_nothing_is_left() -> None:
    call = resolved(1, NOTES)
    assert needs(program(Body("app.py", 1, "tool", "tool", "notes", sends=(sends(call),)), calls=(call,))) == {
        ("tool", "notes"): [NOTES.key]
    }


def test_who_tells_tools_apart_is_none_of_them() -> None:
    """Unless it sends something by itself."""
    listing, adding = resolved(1, NOTES), resolved(2, NOTE)
    find = Body("app.py", 5, "Server.call_tool", "tool", "find", sends=(sends(listing),))
    dispatcher = Body("app.py", 5, "Server.call_tool", "tool", "call_tool", sends=(sends(listing),))
    assert needs(program(find, dispatcher, calls=(listing, adding))) == {("tool", "find"): [NOTES.key]}
    more = replace(dispatcher, sends=(sends(listing), sends(adding)))
    assert needs(program(find, more, calls=(listing, adding)))[("tool", "call_tool")] == [NOTES.key, NOTE.key]
    named = replace(dispatcher, name="list")
    assert sorted(needs(program(find, named, calls=(listing, adding)))) == [("tool", "find"), ("tool", "list")]


def test_what_callers_far_above_decide_belongs_to_a_start() -> None:
    call = resolved(1, NOTES, function="send")
    made = program(
        Body("app.py", 1, "main", calls=(1,), sends=(sends(call),)),
        Body("app.py", 2, "middle", calls=(2,)),
        Body("app.py", 3, "send"),
        Body("app.py", 4, "beside", calls=(2,)),
        calls=(call,),
    )
    assert made.started([2]) == (call,)
    assert made.started([3]) == (), "nobody above it decides what is sent"


def test_a_call_without_an_endpoint_is_not_told_as_never_seen() -> None:
    """Traffic names endpoints: what an unresolved call sends may be any of them."""
    known, open_ = resolved(1, NOTE), unresolved(2)
    assert compare_with([], lambda method, path: None, [known, open_], (), 0).unseen == (known,)


def hashed(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def test_a_fingerprint_is_the_hash_of_what_a_finding_is_about() -> None:
    """Written out: baselines hold them, so a version may not change them."""
    two = judged([resolved(1, NOTES, NOTE, function="f")], token()).findings
    open_ = judged([replace(unresolved(2, function="g"), methods=("GET", "POST"), url="https://api.attio.com/{x}")], token()).findings
    assert [finding.fingerprint for finding in two] == [hashed("ATS001|app.py|f|GET /v2/notes,POST /v2/notes|default|0")]
    assert [finding.fingerprint for finding in open_] == [hashed("ATS004|app.py|g|GET/POST https://api.attio.com/{x}||0")]


def test_where_attio_enters_keeps_every_scope_until_it_is_accepted() -> None:
    entrance = Entrance("app.py", 3)
    held = token("default", "note:read")
    before = judged([], held, run=Run(files=1, entrances=(entrance,)))
    assert [finding.code.id for finding in before.findings] == ["ATS008"]
    accepted = frozenset({before.findings[0].fingerprint})
    after = judged([], held, run=Run(files=1, entrances=(entrance,), accepted=accepted))
    assert sorted(finding.code.id for finding in after.findings) == ["ATS008", "ATS101"]


def test_scopes_without_a_file_stand_in_the_configuration() -> None:
    (finding,) = judged([], Token("default", ScopeSet.of(["note:read"])), file=None).findings
    assert (finding.code.id, finding.place.path, finding.place.line) == ("ATS101", "<configuration>", 1)


def test_when_an_alternative_applies_is_said_in_words() -> None:
    assert messages.condition_words(None) == "otherwise"
    assert messages.condition_words(Condition("subject", "entry")) == "for a list entry"
    assert messages.condition_words(Condition("target", "lists")) == "where target is lists"


def test_an_entry_point_names_the_tokens_that_it_uses() -> None:
    first, second = resolved(1, NOTES, credentials=("SYNC",)), resolved(2, NOTE, credentials=("APP",))
    made = program(
        Body("app.py", 1, "one", "tool", "one", sends=(sends(first, "SYNC"),)),
        Body("app.py", 2, "both", "tool", "both", sends=(sends(first, "SYNC"), sends(second, "APP"))),
        calls=(first, second),
    )
    tokens = (token("sync", env=("SYNC",)), token("app", env=("APP",)))
    assert [one.tokens for one in entry_needs(made, tokens)] == [("sync",), ("app", "sync")]
    assert [one.tokens for one in entry_needs(made, tokens[:1])] == [(), ()], "of one token nothing has to be said"


def test_a_request_to_no_endpoint_belongs_to_the_calls_that_send_it() -> None:
    """By method and path, of each address that a call may send to; not to a call that has an endpoint."""
    call = replace(unknown(1), url="https://api.attio.com/v2/nots or https://api.attio.com/v2/notez?x=1")
    for path, own in (("/v2/nots", (call,)), ("/v2/notez", (call,)), ("/v2/note", ())):
        found = compare_with([Exchange("POST", "api.attio.com", path)], lambda method, path: None, [call, resolved(2, NOTE)], (), 0)
        assert [(one.key, one.calls) for one in found.seen] == [(f"POST {path}", own)]
