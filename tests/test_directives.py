"""Comments in the analysed code: what is read, what is refused, and where each speaks."""

from __future__ import annotations

import pickle

import pytest

from attio_scopes.directives import Comment, parse_comments, read_directives
from attio_scopes.model.directive import Directive, DirectiveKind


def only(text: str) -> Directive:
    found = read_directives(text)
    assert len(found) == 1, found
    return found[0]


def test_a_file_without_the_mark_has_none() -> None:
    assert read_directives("x = 1  # noqa\n# attio scopes: ignore\n") == ()


@pytest.mark.parametrize(
    ("comment", "codes", "reason"),
    [
        ("# attio-scopes: ignore[ATS001] granted at install time", ("ATS001",), "granted at install time"),
        ("# attio-scopes: ignore[missing-scope, ATS004]", ("ATS001", "ATS004"), ""),
        ("# attio-scopes: ignore[ats004,ATS004]", ("ATS004",), ""),
        ("# attio-scopes: ignore", (), ""),
        ("# attio-scopes: ignore because of #123", (), "because of #123"),
        ("# attio-scopes: ignore - see the ticket", (), "see the ticket"),
        ("#attio-scopes:ignore[ATS001]", ("ATS001",), ""),
        ("# noqa: E501  # attio-scopes: ignore[ATS001] why  # type: ignore", ("ATS001",), "why"),
    ],
)
def test_ignore(comment: str, codes: tuple[str, ...], reason: str) -> None:
    directive = only(f"send()  {comment}\n")
    assert directive.kind is DirectiveKind.IGNORE
    assert (directive.codes, directive.reason) == (codes, reason)
    assert (directive.line, directive.target, directive.alone) == (1, 1, False)


def test_columns_are_those_of_the_comment() -> None:
    directive = only("sénd()  # attio-scopes: ignore[ATS001]   \n")
    assert (directive.column, directive.end_column) == (9, 39)


def test_ignore_file_may_stand_anywhere() -> None:
    directive = only("x = 1\n\n\n# attio-scopes: ignore-file[unresolved-call] generated\n")
    assert (directive.kind, directive.codes, directive.reason) == (DirectiveKind.IGNORE_FILE, ("ATS004",), "generated")


@pytest.mark.parametrize(
    ("body", "endpoints"),
    [
        ("endpoint POST /v2/objects/{object}/records", (("POST", "/v2/objects/{object}/records", ""),)),
        ("endpoint post /v2/notes", (("POST", "/v2/notes", ""),)),
        ("endpoint GET /v2/notes, POST /v2/notes", (("GET", "/v2/notes", ""), ("POST", "/v2/notes", ""))),
        ("endpoint GET /v2/threads when subject=entry", (("GET", "/v2/threads", "subject=entry"),)),
    ],
)
def test_pin(body: str, endpoints: tuple[tuple[str, str, str], ...]) -> None:
    directive = only(f"send(p)  # attio-scopes: {body}\n")
    assert directive.kind is DirectiveKind.ENDPOINT
    assert directive.endpoints == endpoints


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("ignore[ATS00]", "did you mean ATS00"),
        ("ignore[missing-scopes]", "did you mean missing-scope?"),
        ("ignore[ATS001", "closing ']'"),
        ("ignore[]", "a code is missing"),
        ("ignore ATS001", "square brackets"),
        ("ignore: ATS001", "square brackets"),
        ("ignored[ATS001]", "did you mean ignore?"),
        ("ignore_file", "did you mean ignore-file?"),
        ("pin POST /v2/notes", "did you mean endpoint?"),
        ("", "is missing"),
        ("endpoint /v2/notes", "a method and a path"),
        ("endpoint POST v2/notes", "a method and a path"),
        ("endpoint PSOT /v2/notes", "did you mean POST?"),
        ("requires note:read", "on the line of a def"),
    ],
)
def test_malformed_ones_say_what_is_nearest(body: str, says: str) -> None:
    directive = only(f"send()  # attio-scopes: {body}\n")
    assert directive.kind is DirectiveKind.MALFORMED
    assert says in directive.problem


def test_problems_show_no_control_characters() -> None:
    directive = only("send()  # attio-scopes: ignore[\x1b[31m\u202eATS]\n")
    assert directive.kind is DirectiveKind.MALFORMED
    assert "\x1b" not in directive.problem
    assert "\u202e" not in directive.problem


def test_text_in_strings_is_no_comment() -> None:
    assert read_directives('x = "# attio-scopes: ignore"\ny = """\n# attio-scopes: ignore\n"""\n') == ()


def test_a_comment_on_its_own_line_speaks_of_the_next_line_of_code() -> None:
    first, second = read_directives("# attio-scopes: ignore[ATS001]\n# attio-scopes: endpoint GET /v2/notes\n# other\nsend()\n")
    assert (first.target, second.target, first.alone, second.alone) == (4, 4, True, True)


def test_a_blank_line_cuts_a_comment_off() -> None:
    assert only("# attio-scopes: ignore\n\nsend()\n").target == 2


CONTRACTS = """\
class Client:
    # attio-scopes: requires note:read
    @property
    def above(self):
        def inner(
            x,
        ):  # attio-scopes: requires note:read-write, record_permission:read
            pass
    async def last(self): pass  # attio-scopes: requires webhook:read

def module():  # attio-scopes: requires nothing
    pass
"""


def test_contracts_know_their_function() -> None:
    found = read_directives(CONTRACTS)
    assert [d.kind for d in found] == [DirectiveKind.REQUIRES] * 4
    assert [d.function for d in found] == ["Client.above", "Client.above.inner", "Client.last", "module"]
    stated = [" ".join(str(scope) for scope in directive.scopes) for directive in found]
    assert stated == ["note:read", "note:read-write record_permission:read", "webhook:read", ""]


@pytest.mark.parametrize("scope", ["note", "note:write", "note:read record_permission:read", ""])
def test_a_contract_of_something_else_is_malformed(scope: str) -> None:
    directive = only(f"def f(): # attio-scopes: requires {scope}\n    pass\n")
    assert directive.kind is DirectiveKind.MALFORMED
    assert "not a scope" in directive.problem


@pytest.mark.parametrize("broken", ["x = (\n", "if x:\n        y\n    z\n", "s = 'open\n", 'd = """never closed\n'])
def test_what_cannot_be_tokenised_is_read_by_hand(broken: str) -> None:
    text = f"send()  # attio-scopes: ignore[ATS001] one\n{broken}send()  # attio-scopes: ignore[ATS004] two\n"
    found = read_directives(text)
    assert found[0].codes == ("ATS001",)
    assert len(found) == len({(d.line, d.column) for d in found}), "none is read twice"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(end: str) -> None:
    assert only(end.join(["x = 1", "", "send()  # attio-scopes: ignore", ""])).line == 3


def test_directives_are_data() -> None:
    found = read_directives("send()  # attio-scopes: ignore[ATS001]\n")
    assert pickle.loads(pickle.dumps(found)) == found
    assert parse_comments([Comment(3, 5, "# attio-scopes: ignore[ATS001]", 3)])[0].codes == ("ATS001",)
