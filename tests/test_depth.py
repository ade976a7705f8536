"""What is kept from the parser: the bound on depth holds for real trees, and ordinary code never meets it."""

from __future__ import annotations

import time
from pathlib import Path

import libcst
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attio_scopes.collect import collect
from attio_scopes.depth import MOST_DEPTH, MOST_ELIF, MOST_NESTING, TOO_DEEP, TOO_MUCH, refusal, room_for_depth
from attio_scopes.parse import Parsed, ParseFailure, parse

HEAD = b"import attio\n"
SECONDS = 5.0

DEEP = {
    "brackets": b"x = " + b"(" * 100_000 + b")" * 100_000,
    "open brackets": b"x = " + b"[" * 100_000,
    "sum": b"x = " + b" + ".join([b"a"] * 50_000),
    "sum of calls": b"x = " + b" + ".join([b"f(1, 2)"] * 9_000),
    "sum over lines": b"x = (\n" + b"a +\n" * 9_000 + b"a)",
    "sum over backslashes": b"x = a" + b" \\\n+ a" * 9_000,
    "sum between documentation": b"x = (" + b'"""\ndef f(): pass\n""" + ' * 9_000 + b"a)",
    "calls": b"x = a" + b"()" * 3_000,
    "methods": b"x = a" + b".b(c=1)" * 3_000,
    "subscripts": b"x = a" + b"[0]" * 9_000,
    "signs in a row": b"x = " + b"-" * 50_000 + b"a",
    "signs in an f-string": b'x = f"{' + b"-" * 50_000 + b'a}"',
    "fields in formats": b'x = f"' + b"{a:" * 10_000 + b"}" * 10_000 + b'"',
    "f-strings in f-strings": b"x = " + b'f"{' * 10_000 + b"a" + b'}"' * 10_000,
    "hidden by quotes in a field": b"x = f\"{a['''\"''']}\"\ny = " + b"-" * 50_000 + b"a\nz = ''''''",
    "hidden by a quote in a field": b'x = f"{a[\'"\']}" + (' + b"-" * 50_000 + b"a) + ''",
    "signs and brackets": b"x = " + (b"-" * 100 + b"(") * 100 + b"a" + b")" * 100,
    "brackets and signs": b"x = " + b"(" * 100 + b"a" + (b" + a" * 100 + b")") * 100,
    "not": b"x = " + b"not " * 20_000 + b"a",
    "lambda": b"x = " + b"lambda: " * 20_000 + b"a",
    "conditional": b"x = " + b"a if b else " * 20_000 + b"c",
    "power": b"x = " + b"a**" * 20_000 + b"a",
    "or": b"x = " + b"a or " * 20_000 + b"a",
    "strings side by side": b"x = (" + b"'a'\n" * 50_000 + b")",
    "dots": b"import a" + b".a" * 20_000,
    "targets": b"a = " * 20_000 + b"1",
    "stars": b"x = " + b"*" * 20_000 + b"a",
    "elif": b"if a:\n pass\n" + b"elif a:\n pass\n" * 20_000,
    "pattern": b"match a:\n case " + b"[" * 40 + b"b" + b"]" * 40 + b": pass",
    "pattern of mappings": b"match a:\n case " + b"{1:" * 12 + b"b" + b"}" * 12 + b": pass",
    "hidden by a comment that ends with a carriage return": b"# a\rx = " + b"-" * 100_000 + b"a\r",
    "elif behind carriage returns": b"if a:\r pass\r" + b"elif a:\r pass\r" * 20_000,
    "deleted": b"del " + b"(" * 40 + b"a" + b" as z)" * 40,
}
MUCH = {
    "items": b"x = [" + b"1," * 5_000_000 + b"]",
    "statements": b"a;" * 500_000,
    "lines": b"a\n" * 300_000,
    "blank lines": b"\n" * 10_000_000,
    "carriage returns": b"\r" * 10_000_000,
    "blanks": b"a" + b" " * 30_000_000,
    "blanks of all kinds": b" \t\f" * 10_000_000 + b"\n",
    "runs of blanks": (b" " * 199_999 + b"\n") * 100 + b" " * 200_000 + b"\n",
    "many chains": (b"x = " + b" + ".join([b"a"] * 500) + b"\n") * 1_000,
    "many patterns": b"match a:\n" + (b" case " + b"{1:" * 7 + b"b" + b"}" * 7 + b": pass\n") * 20_000,
}


@pytest.mark.parametrize("name", DEEP)
def test_what_is_too_deep_is_refused_with_its_line(name: str) -> None:
    failure = parse(HEAD + DEEP[name] + b"\n", "a.py")
    assert isinstance(failure, ParseFailure)
    assert failure.reason == TOO_DEEP
    assert 2 <= failure.line <= 2 + DEEP[name].count(b"\n") + DEEP[name].count(b"\r")


@pytest.mark.slow
@pytest.mark.parametrize("name", MUCH)
def test_what_is_too_much_is_refused_in_bounded_time(name: str) -> None:
    started = time.process_time()
    failure = parse(HEAD + MUCH[name] + b"\n", "a.py")
    assert isinstance(failure, ParseFailure)
    assert failure.reason == TOO_MUCH
    assert time.process_time() - started < SECONDS


LONG = {
    "a line of 10 MB in a string": b"x = '" + b"a" * 10_000_000 + b"'",
    "a comment of 10 MB": b"#" * 10_000_000,
    "a text of 1 MB with signs": b'x = """' + b"a+b-(c.d " * 110_000 + b'"""',
    "backslashes and quotes": b"x = " + b'\\"' * 500_000,
    "quotes that do not close": b"x = '" + b'\\"' * 500_000,
    "documentation that does not close": b'"""' + b"\\'" * 500_000,
    "null bytes": b"\0" * 1_000_000,
    "random bytes": bytes(range(256)) * 4_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("name", LONG)
def test_what_is_only_long_is_read_in_bounded_time(name: str) -> None:
    started = time.process_time()
    data = HEAD + LONG[name] + b"\n"
    assert refusal(data) is None
    parse(data, "a.py")
    assert time.process_time() - started < SECONDS


def nearly(count: int, unit: bytes, last: bytes, close: bytes = b"") -> bytes:
    return b"x = " + unit * count + last + close * count + b"\n"


@pytest.mark.parametrize(
    "source",
    [
        nearly(MOST_NESTING, b"(", b"a", b")"),
        nearly(MOST_NESTING, b"f(", b"a", b")"),
        nearly(MOST_NESTING, b"{1: [", b"a", b"]}")[: 4 + 5 * 75] + b"a" + b"]}" * 75 + b"\n",
        nearly(MOST_DEPTH - 1, b"a + ", b"a"),
        nearly(MOST_DEPTH - 1, b"'a' + ", b"'a'"),
        nearly(MOST_DEPTH - 1, b"not ", b"a"),
        nearly(MOST_DEPTH - 1, b"lambda: ", b"a"),
        b"x = a" + b".b(1)" * (MOST_DEPTH // 2 - 1) + b"\n",
        b"if a:\n pass\n" + b"elif a:\n pass\n" * MOST_ELIF,
        b"x = {\n" + b"    'a': f(1, b.c['d'] + 2),\n" * 1_000 + b"}\n",
        b"def f():\n    '''" + b"- a-b (c\n" * 3_000 + b"'''\n",
        b"x = f'''" + b"<p>{{a}} - {a.b!r:>{width}} + </p>\n" * 500 + b"'''\n",
        b"match a:\n  case {'a': [C(b=(1, 2))]}: pass\n",
        b"case = f(f(f(f(f(f([[[1]]]))))))\n",
    ],
)
def test_what_is_just_shallow_enough_is_read_to_the_end(source: bytes) -> None:
    parsed = parse(HEAD + source, "a.py")
    assert isinstance(parsed, Parsed), parsed
    with room_for_depth():
        facts = collect(parsed.tree, parsed.path)
    assert len(facts.body) == 2


# --- the bound, against trees ----------------------------------------------------------------------------------


def depth_of(node: libcst.CSTNode) -> int:
    """How many expressions are inside one another."""
    deepest, pending = 0, [(node, 0)]
    while pending:
        inner, above = pending.pop()
        here = above + isinstance(inner, (libcst.BaseExpression, libcst.Call, libcst.If))
        deepest = max(deepest, here)
        pending += [(child, here) for child in inner.children]
    return deepest


PIECES = st.sampled_from(
    [
        "a",
        "1",
        "'s'",
        '"s"',
        "f'{a}'",
        'f"{b[\'"\']}"',
        'f"{b["k"]:>{w}}"',
        "rf'\\{c}'",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ",",
        ":",
        "f(",
        ".b",
        " + ",
        " - ",
        "-",
        "~",
        "not ",
        " and ",
        " if x else ",
        "lambda: ",
        "'''t'''",
        "\n",
        "# c\n",
        "\\\n",
        "**",
        "=",
        " for i in j",
        ";",
        "await ",
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=60), st.integers(2, 12))
def test_a_file_that_is_let_through_is_at_most_twice_as_deep_as_the_limit(pieces: list[str], limit: int) -> None:
    from attio_scopes import depth

    data = ("x = " + "".join(pieces) + "\n").encode()
    try:
        tree = libcst.parse_module(data)
    except libcst.ParserSyntaxError:
        return
    scan = depth._Scan(data)
    before = depth.MOST_DEPTH
    depth.MOST_DEPTH = limit
    try:
        reason = scan.run()
    finally:
        depth.MOST_DEPTH = before
    # Statement, name and literal are levels of the tree, and no operators.
    assert reason is not None or depth_of(tree) <= 2 * limit + 4


@pytest.mark.slow
def test_our_own_code_is_nowhere_near_the_limits() -> None:
    files = sorted(Path(__file__).parents[1].glob("attio_scopes/**/*.py"))
    assert len(files) > 50
    assert [file.name for file in files if refusal(file.read_bytes() * 4) is not None] == []
