"""The reader of configurations, manifests, rules and lists in YAML: what it gives, where that stands, and what it refuses."""

from __future__ import annotations

import pytest
import yaml

from attio_scopes import strict_yaml
from attio_scopes.model.errors import UserError
from attio_scopes.strict_yaml import decoded, read_yaml

LOADERS = [loader for loader in (getattr(yaml, "CSafeLoader", None), yaml.SafeLoader) if loader is not None]


@pytest.fixture(params=LOADERS, ids=lambda loader: loader.__name__)
def _with_each_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """YAML is read by libyaml where PyYAML was built with it, and by Python elsewhere."""
    monkeypatch.setattr(strict_yaml, "_LOADER", request.param)


pytestmark = pytest.mark.usefixtures("_with_each_parser")


def refused(text: str) -> tuple[str, ...]:
    with pytest.raises(UserError) as caught:
        read_yaml(text, "x.yaml")
    return caught.value.problems


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("False", False),
        ("'true'", "true"),
        ("! true", "true"),
        ("!!str 12", "12"),
        ("null", None),
        ("~", None),
        ("", None),
        ("12", 12),
        ("-12", -12),
        ("9" * 19, int("9" * 19)),
        ("9" * 20, "9" * 20),
        ("1.5", 1.5),
        ("1.5e3", 1500.0),
        ("0x10", "0x10"),
        ("1_000", "1_000"),
        ("1:30", "1:30"),
        ("2026-03", "2026-03"),
        ("2026-03-01", "2026-03-01"),
        ("on", "on"),
        ("yes", "yes"),
        ("|\n  a\n  b", "a\nb\n"),
        ("[a, [b], {c: d}]", ["a", ["b"], {"c": "d"}]),
    ],
)
def test_a_value_is_what_it_looks_like(text: str, value: object) -> None:
    data = read_yaml(f"key: {text}\n", "x.yaml").data
    assert data == {"key": value}
    assert type(data["key"]) is type(value)


def test_a_key_is_text_whatever_it_looks_like() -> None:
    assert read_yaml("on: 1\n2: 2\n'': 3\n", "x.yaml").data == {"on": 1, "2": 2, "": 3}


def test_an_empty_file_has_no_data() -> None:
    assert read_yaml("", "x.yaml").data is None
    assert read_yaml("# nothing\n", "x.yaml").data is None


def test_keys_and_items_have_their_places() -> None:
    tree = read_yaml("a:\n  - 'é'\n  - {b: 1}\nc: {d: [x, yz]}\n", "x.yaml")
    places = {pointer: (place.line, place.column, place.end_line, place.end_column) for pointer, place in tree.places.items() if pointer}
    assert places == {
        ("a",): (1, 1, 1, 2),
        ("a", 0): (2, 5, 2, 8),
        ("a", 1): places["a", 1],
        ("a", 1, "b"): (3, 6, 3, 7),
        ("c",): (4, 1, 4, 2),
        ("c", "d"): (4, 5, 4, 6),
        ("c", "d", 0): (4, 9, 4, 10),
        ("c", "d", 1): (4, 12, 4, 14),
    }
    assert places["a", 1][:2] == (3, 5)
    assert {place.path for place in tree.places.values()} == {"x.yaml"}


def test_what_has_no_place_of_its_own_is_on_the_line_of_what_is_around_it() -> None:
    tree = read_yaml("# first\na:\n  b: 1\n", "x.yaml")
    assert [tree.line(pointer) for pointer in [("a", "b"), ("a", "gone", 3), ("a",), ("gone",), ()]] == [3, 2, 2, 2, 2]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: &a 1\n", "x.yaml:1: anchors and aliases (&name, *name) are not allowed here; write the value out"),
        ("a: 1\nb: *a\n", "x.yaml:2: anchors and aliases (&name, *name) are not allowed here; write the value out"),
        ("a:\n  <<: {b: 1}\n", "x.yaml:2: merge keys (<<) are not allowed here; write the keys out"),
        ("a: 1\nb: 2\na: 3\n", "x.yaml:3: the key a is here for the second time"),
        ("a: !!int 1\n", "x.yaml:1: tags (tag:yaml.org,2002:int) are not allowed here"),
        ("a: !x [1]\n", "x.yaml:1: tags (!x) are not allowed here"),
        ("a: !!str [1]\n", "x.yaml:1: tags (tag:yaml.org,2002:str) are not allowed here"),
        ("a: !!map {b: 1}\n", "x.yaml:1: tags (tag:yaml.org,2002:map) are not allowed here"),
        ("? [a]\n: 1\n", "x.yaml:1: a key must be a text"),
        ("--- 1\n--- 2\n", "x.yaml:2: a second document begins here; one is expected"),
        ("a: 1\nb: \x00\n", "x.yaml:2: not YAML: the file holds a NUL character"),
        ("[" * 61 + "]" * 61, "x.yaml:1: nested more than 60 levels deep"),
    ],
)
def test_what_is_refused(text: str, problem: str) -> None:
    assert refused(text) == (problem,)


@pytest.mark.parametrize(("text", "line"), [("a: 1\n  b: 2\n", 2), ("a: [1\nb: 2\n", 2), ("a: 1\nb: \x01\n", 2), ("a: *b\n- c", 2)])
def test_what_is_not_yaml_is_told_with_its_line(text: str, line: int) -> None:
    assert refused(text)[-1].startswith(f"x.yaml:{line}: not YAML: ")


def test_what_looks_like_it_is_not_refused() -> None:
    assert read_yaml('"<<": 1\na: "*b"\nc: x & y\n', "x.yaml").data == {"<<": 1, "a": "*b", "c": "x & y"}
    assert read_yaml("[" * 60 + "]" * 60, "x.yaml").data is not None
    assert read_yaml("--- 1\n...\n", "x.yaml").data == 1


def test_everything_that_is_wrong_is_told_at_once() -> None:
    text = "a: &x 1\na: *x\nb: !t 2\nc: [1\n"
    assert [problem.split(":")[1] for problem in refused(text)] == ["1", "2", "2", "3", refused(text)[-1].split(":")[1]]
    assert "not YAML" in refused(text)[-1]


def test_a_file_with_very_much_wrong_is_given_up() -> None:
    assert len(refused("a: !t 1\n" * 10_000)) == strict_yaml.MOST_PROBLEMS


def test_what_a_stranger_wrote_cannot_reach_a_terminal() -> None:
    assert refused('"\\e[31m": 1\n"\\e[31m": 2\n') == ("x.yaml:2: the key \\x1b[31m is here for the second time",)


def test_a_file_that_is_no_text() -> None:
    assert decoded(b"\xef\xbb\xbfa: \xc3\xa9\n", "x.yaml") == "a: é\n"
    with pytest.raises(UserError, match=r"^x\.yaml:2: the file is not UTF-8$"):
        decoded(b"a: 1\nb: \xff\n", "x.yaml")
