"""Configuration: both files, every key, every mistake at once with file, line and the nearest right name."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from attio_scopes.configure import Configuration, configure, find, load
from attio_scopes.configure.check import KEYS, TOKEN_KEYS, WRAPPER_KEYS
from attio_scopes.configure.toml_places import places
from attio_scopes.model.call import Place
from attio_scopes.model.config import Config, Token, WrapperHint
from attio_scopes.model.errors import UserError
from attio_scopes.model.finding import CODES
from attio_scopes.model.scope import Scope, ScopeSet
from attio_scopes.rule_files import scopes_of

SCHEMA = Path(__file__).parent.parent / "rules" / "schema" / "config.schema.json"

EVERYTHING = """\
include = ["src/**"]
exclude = ["src/generated/"]
include-tests = true
hosts = ["Proxy.example.com:8443"]
ignore = ["ATS005", "unresolved-call"]
require-reasons = true
min-resolved = 90
baseline = "attio-baseline.json"

[tool.attio-scopes.tokens.sync]
scopes = ["record_permission:read-write", "object_configuration:read"]
env = ["ATTIO_SYNC_TOKEN"]
paths = ["jobs/sync/**"]
level = "workspace"

[tool.attio-scopes.tokens.app]
scopes = []
kind = "oauth"

[tool.attio-scopes.reasons]
"record_permission:read-write" = "mirrors the warehouse"

[tool.attio-scopes.per-path-ignores]
"scripts/**" = ["ATS001", "ATS002"]

[tool.attio-scopes.severities]
ATS002 = "error"
deprecated-endpoint = "note"

[tool.attio-scopes.wrappers]
"crm.http.send" = { method = "verb", path = 1 }
"""


def toml(folder: Path, text: str, header: str = "[tool.attio-scopes]\n") -> Configuration:
    file = folder / "pyproject.toml"
    file.write_text(header + text, encoding="utf-8")
    return load(str(file), scopes_of)


def problems(folder: Path, text: str, name: str = "pyproject.toml") -> tuple[str, ...]:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UserError) as caught:
        load(str(file), scopes_of)
    return tuple(problem.partition(name)[2] for problem in caught.value.problems)


def test_every_key(tmp_path: Path) -> None:
    config = toml(tmp_path, EVERYTHING).config
    scope = Scope.parse
    declared = (
        (scope("record_permission:read-write"), Place("pyproject.toml", 12, 11, 12, 41)),
        (scope("object_configuration:read"), Place("pyproject.toml", 12, 43, 12, 70)),
    )
    assert config.tokens == (
        Token(
            "sync", ScopeSet.of(["record_permission:read-write", "object_configuration:read"]), ("ATTIO_SYNC_TOKEN",),
            ("jobs/sync/**",), "workspace", "token", declared,
        ),
        Token("app", ScopeSet(), kind="oauth"),
    )  # fmt: skip
    assert config.reasons == (("record_permission:read-write", "mirrors the warehouse"),)
    assert (config.include, config.exclude, config.include_tests) == (("src/**",), ("src/generated/",), True)
    assert config.hosts == ("proxy.example.com:8443",)
    assert config.per_path_ignores == (("scripts/**", ("ATS001", "ATS002")),)
    assert config.ignore == ("ATS005", "ATS004")
    assert config.severities == (("ATS002", "error"), ("ATS005", "note"))
    assert config.require_reasons is True
    assert config.wrappers == (WrapperHint("crm.http.send", "verb", "1"),)
    assert config.min_resolved == 90
    assert config.baseline == "attio-baseline.json"


def test_yaml_says_the_same_as_toml(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    from_toml = toml(tmp_path / "a", 'scopes = ["note:read",\n  "task:read"]\nignore = ["ATS005"]\n').config
    file = tmp_path / "b" / "attio-scopes.yaml"
    file.write_text("scopes:\n  - note:read\n  - task:read\nignore: [deprecated-endpoint]\n", encoding="utf-8")
    from_yaml = load(str(file), scopes_of).config
    assert from_yaml.tokens[0].scopes == from_toml.tokens[0].scopes
    assert from_yaml.ignore == from_toml.ignore == ("ATS005",)
    assert [(str(scope), place.line, place.column, place.end_column) for scope, place in from_yaml.tokens[0].declared_at] == [
        ("note:read", 2, 5, 14),
        ("task:read", 3, 5, 14),
    ]
    assert [(str(scope), place.line, place.column, place.end_column) for scope, place in from_toml.tokens[0].declared_at] == [
        ("note:read", 2, 11, 22),
        ("task:read", 3, 3, 14),
    ]


def test_all_problems_at_once_with_line_and_nearest_name(tmp_path: Path) -> None:
    text = """\
[project]
name = "x"
[tool.attio-scopes]
scopes = [
    "note:read",
    "note:read",
    "notes:read",
    "record_permission:write",
]
exclud = []
include_tests = true
hosts = ["https://proxy.example.com/v2"]
ignore = ["ATS999", "missing-scpe"]
min-resolved = 101
[tool.attio-scopes.severities]
ATS001 = "fatal"
[tool.attio-scopes.wrappers]
"crm.http.send" = { methd = "verb" }
"""
    assert problems(tmp_path, text) == (
        ":6: scope note:read is declared twice",
        ":7: unknown scope notes:read; did you mean note:read?",
        ":8: unknown scope record_permission:write; did you mean record_permission:read-write?",
        ":10: unknown key exclud; did you mean exclude?",
        ":11: unknown key include_tests; did you mean include-tests?",
        ":12: https://proxy.example.com/v2 is not a host; write it without a scheme: proxy.example.com, or proxy.example.com/attio",
        ":13: unknown code ATS999; did you mean ATS903?",
        ":13: unknown code missing-scpe; did you mean missing-scope?",
        ":14: min-resolved must be a number from 0 to 100",
        ":16: a severity is one of note, warning, error",
        ":18: unknown key methd in wrappers.crm.http.send; did you mean method?",
        ":18: wrapper crm.http.send has no method and no path",
    )


@pytest.mark.parametrize(
    ("file", "text", "says"),
    [
        (
            "pyproject.toml",
            '[tool.attio-scopes]\nscopes = "note:read"\n',
            'pyproject.toml:2: scopes must be a list of strings; write ["note:read"]',
        ),
        ("attio-scopes.yaml", "scopes: note:read\n", 'attio-scopes.yaml:1: scopes must be a list of strings; write ["note:read"]'),
        (
            "attio-scopes.yaml",
            "scopes:\n  - note:read\n  - task: read\n",
            "attio-scopes.yaml:3: scopes must be a list of strings, found a table (write task:read, without a space)",
        ),
        ("pyproject.toml", "[tool.attio-scopes]\nhosts = [1]\n", "pyproject.toml:2: hosts must be a list of strings, found a number"),
    ],
)
def test_a_list_that_is_none(tmp_path: Path, file: str, text: str, says: str) -> None:
    assert problems(tmp_path, text, file) == (says.partition(file)[2],)


@pytest.mark.parametrize("glob", ["[toos1979-05-27]a.py", "a%es: {[e--]/**", "# a comment", ""])
@pytest.mark.parametrize(
    "key", ["include = [{}]", "exclude = [{}]", "per-path-ignores = {{{} = []}}", "tokens = {{t = {{scopes = [], paths = [{}]}}}}"]
)
def test_what_is_no_glob(tmp_path: Path, key: str, glob: str) -> None:
    """The first two are what fuzzing found: a class that is none."""
    assert problems(tmp_path, f"[tool.attio-scopes]\n{key.format(json.dumps(glob))}\n") == (f":2: {glob} is not a glob",)


def test_globs_without_end(tmp_path: Path) -> None:
    globs = json.dumps(["a*"] * 1001)
    assert problems(tmp_path, f"[tool.attio-scopes]\nexclude = {globs}\n") == (":2: exclude has more than 1000 globs",)


def test_an_item_that_is_no_text_does_not_hide_the_others(tmp_path: Path) -> None:
    text = '[tool.attio-scopes]\nscopes = [\n    3,\n    "note:reed",\n]\n'
    assert problems(tmp_path, text) == (
        ":3: scopes must be a list of strings, found a number",
        ":4: unknown scope note:reed; did you mean note:read?",
    )


def test_yaml_problems_have_their_lines(tmp_path: Path) -> None:
    text = "tokens:\n  sync:\n    scopes:\n      - note:raed\n    levle: user\n  app:\n    level: admin\ninclude: src\n"
    assert problems(tmp_path, text, "attio-scopes.yaml") == (
        ":4: unknown scope note:raed; did you mean note:read?",
        ":5: unknown key levle in tokens.sync; did you mean level?",
        ":6: token app has no scopes (write scopes = [] if it has none)",
        ":7: level is one of workspace, user",
        ':8: include must be a list of strings; write ["src"]',
    )


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("scopes: &a [note:read]\nexclude: *a\n", "anchors and aliases (&name, *name) are not allowed"),
        ("a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "anchors and aliases (&name, *name) are not allowed"),
        ("scopes: [note:read]\nscopes: [task:read]\n", ":2: the key scopes is here for the second time"),
        ("scopes: !!python/object/apply:os.system [true]\n", ":1: tags (tag:yaml.org,2002:python/object/apply:os.system) are not allowed"),
        ("scopes: [!!python/name:os.system x]\n", "tags (tag:yaml.org,2002:python/name:os.system) are not allowed"),
        ("scopes: [note:read\n", ":2: not YAML: did not find expected ',' or ']'"),
        ("- note:read\n", "must be a table"),
        ("--- {}\n--- {}\n", ":2: a second document"),
    ],
)
def test_yaml_that_is_refused(tmp_path: Path, text: str, part: str) -> None:
    assert any(part in problem for problem in problems(tmp_path, text, "attio-scopes.yaml"))


def test_files_that_are_no_configuration(tmp_path: Path) -> None:
    assert "is not valid TOML" in problems(tmp_path, "[tool.attio-scopes]\nscopes = [\n")[0]
    assert "has no [tool.attio-scopes] table" in problems(tmp_path, "[tool.other]\n")[0]
    file = tmp_path / "attio-scopes.yaml"
    file.write_bytes(b"scopes: [\xff]\n")
    with pytest.raises(UserError, match="is not UTF-8"):
        load(str(file), scopes_of)
    with pytest.raises(UserError, match="cannot be read"):
        load(str(tmp_path / "gone.toml"), scopes_of)


def test_deep_nesting_is_an_error_not_a_crash(tmp_path: Path) -> None:
    """Deeper than Python's own limit of recursion, which is what a parser without a bound of its own runs into."""
    deep = 2 * sys.getrecursionlimit()
    assert problems(tmp_path, "[" * deep + "]" * deep, "attio-scopes.yaml")
    assert problems(tmp_path, "[tool.attio-scopes]\nx = " + "[" * deep + "]" * deep)


def test_control_characters_of_a_key_are_not_shown(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, '[tool.attio-scopes]\n"\\u001b[31mscopes" = []\n')
    assert "\x1b" not in problem
    assert "\\x1b[31mscopes" in problem


def test_byte_order_mark_and_crlf(tmp_path: Path) -> None:
    file = tmp_path / "pyproject.toml"
    file.write_bytes(b'\xef\xbb\xbf[tool.attio-scopes]\r\nscopes = [\r\n  "note:read",\r\n]\r\n')
    (token,) = load(str(file), scopes_of).config.tokens
    assert [(str(scope), place.line, place.column) for scope, place in token.declared_at] == [("note:read", 3, 3)]


def test_it_is_found_from_the_path_upwards(tmp_path: Path) -> None:
    inner = tmp_path / "src" / "crm"
    inner.mkdir(parents=True)
    (inner / "client.py").write_text("")
    (tmp_path / "src" / "pyproject.toml").write_text('[project]\nname = "crm"\ndependencies = ["attio-scopes"]\n')
    (tmp_path / "attio-scopes.yaml").write_text("scopes: []\n")
    assert find(str(inner / "client.py")) == str(tmp_path / "attio-scopes.yaml")
    (tmp_path / "src" / "pyproject.toml").write_text("[tool]\nattio-scopes.scopes = []\n")
    assert find(str(inner)) == str(tmp_path / "src" / "pyproject.toml")


def test_a_broken_pyproject_of_others_is_not_our_business(tmp_path: Path) -> None:
    (tmp_path / "attio-scopes.yaml").write_text("scopes: []\n")
    (tmp_path / "pyproject.toml").write_text("[project\n# attio-scopes is configured elsewhere")
    assert find(str(tmp_path)) == str(tmp_path / "attio-scopes.yaml")


def test_two_configurations_are_an_error(tmp_path: Path) -> None:
    (tmp_path / "attio-scopes.yaml").write_text("scopes: []\n")
    (tmp_path / "pyproject.toml").write_text("[tool.attio-scopes]\nscopes = []\n")
    with pytest.raises(UserError, match=r"attio-scopes\.yaml and .*pyproject\.toml both configure"):
        find(str(tmp_path))


def test_paths_of_two_projects_are_an_error(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "attio-scopes.yaml").write_text("scopes: []\n")
    with pytest.raises(UserError, match="different configurations"):
        configure([str(tmp_path / "a"), str(tmp_path / "b")], None, scopes_of)
    chosen = configure([str(tmp_path / "a"), str(tmp_path / "b")], str(tmp_path / "a" / "attio-scopes.yaml"), scopes_of)
    assert chosen.folder == str(tmp_path / "a")


def test_no_file_is_no_error(tmp_path: Path) -> None:
    assert configure([str(tmp_path)], None, scopes_of) == Configuration(Config())


def test_scopes_and_tokens_exclude_each_other(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "[tool.attio-scopes]\nscopes = []\n[tool.attio-scopes.tokens.a]\nscopes = []\n")
    assert problem.startswith(":3: scopes and tokens cannot both be set")


def test_declared_at_covers_every_scope_of_every_layout(tmp_path: Path) -> None:
    layouts = [
        "scopes = [\"note:read\", 'task:read']\n",
        'scopes = [ # "no"\n  "note:read", # ]\n\n  """task:read""" ,\n]\n',
        'tokens = { a = { scopes = ["note:read"], env = ["X"] }, "b.c" = { scopes = ["task:read"] } }\n',
        'tokens.a.scopes = ["note:read"]\ntokens."b.c".scopes = ["task:read"]\n',
    ]
    for layout in layouts:
        text = f"[[other]]\nx = 1\n[[other]]\ny = [[1, 2], {{ z = '''\n]'''}}]\n[tool.attio-scopes]\n{layout}"
        tokens = toml(tmp_path, text, "").config.tokens
        lines = text.splitlines()
        found = [(str(scope), place) for token in tokens for scope, place in token.declared_at]
        assert [scope for scope, _place in found] == ["note:read", "task:read"]
        for scope, place in found:
            assert lines[place.line - 1][place.column - 1 : place.end_column - 1].strip("'\"") == scope


def test_places_of_dates_and_numbers() -> None:
    text = "a = [1979-05-27 07:32:00, 1_000, -inf] # c\n[b.c]\nd = true\n"
    found = places(text, "f")
    lines = text.splitlines()

    def written(path: tuple[str | int, ...]) -> str:
        place = found[path]
        return lines[place.line - 1][place.column - 1 : place.end_column - 1]

    assert [written(("a", n)) for n in range(3)] == ["1979-05-27 07:32:00", "1_000", "-inf"]
    assert written(("b", "c", "d")) == "d"


# --- the schema that editors read says the same ---


@pytest.fixture(scope="module")
def schema() -> Any:
    return json.loads(SCHEMA.read_text(encoding="utf-8"))


def test_the_schema_knows_the_same_keys_scopes_and_codes(schema: Any) -> None:
    assert set(schema["properties"]) == set(KEYS)
    assert set(schema["$defs"]["token"]["properties"]) == set(TOKEN_KEYS)
    assert set(schema["$defs"]["wrapper"]["properties"]) == set(WRAPPER_KEYS)
    catalogue = {f"{row.resource}:{access}" for row in scopes_of(None) for access in row.accesses}
    assert set(schema["$defs"]["scope"]["enum"]) == catalogue
    assert set(schema["$defs"]["code"]["enum"]) == {name for code in CODES for name in (code.id, code.slug)}


@pytest.mark.parametrize(
    ("values", "valid"),
    [
        ({"scopes": ["note:read"]}, True),
        ({"scopes": ["notes:read"]}, False),
        ({"scopes": [], "tokens": {}}, False),
        ({"tokens": {"a": {"scopes": [], "level": "user", "kind": "oauth"}}}, True),
        ({"tokens": {"a": {"level": "user"}}}, False),
        ({"wrappers": {"crm.send": {"method": "GET", "path": 0}}}, True),
        ({"wrappers": {"crm.send": {"method": "GET"}}}, False),
        ({"min-resolved": 101}, False),
        ({"hosts": ["https://x.example"]}, False),
        ({"severities": {"ATS001": "fatal"}}, False),
        ({"unknown": 1}, False),
    ],
)
def test_schema_and_reader_agree(schema: Any, tmp_path: Path, values: dict[str, object], valid: bool) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    assert jsonschema.Draft202012Validator(schema).is_valid(values) is valid
    file = tmp_path / "attio-scopes.yaml"
    file.write_text(json.dumps(values), encoding="utf-8")
    if valid:
        load(str(file), scopes_of)
    else:
        with pytest.raises(UserError):
            load(str(file), scopes_of)
