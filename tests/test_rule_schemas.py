"""The rule files are what their schemas say: a mistake is an error of `manifest compile`, with file, line and the right word."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from attio_scopes.manifest.conform import problems_of
from attio_scopes.model.errors import UserError
from attio_scopes.rule_files import compile_rules, rules_folder
from attio_scopes.strict_yaml import read_yaml

RULES = rules_folder()


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return Path(shutil.copytree(RULES, tmp_path / "rules"))


def schema(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((RULES / "schema" / f"{name}.schema.json").read_bytes())
    return data


def broken(rules: Path, file: str, before: str, after: str) -> str:
    path = rules / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(UserError) as failed:
        compile_rules(rules)
    return str(failed.value)


@pytest.mark.parametrize(
    ("file", "before", "after", "said"),
    [
        ("clients/pandas.yaml", "verb: GET", "verbe: GET", "unknown key 'verbe'; did you mean verb?"),
        ("clients/pandas.yaml", "verb: GET", "verb: FETCH", "'FETCH' is not one of"),
        ("clients/httpx.yaml", "base_url: [null, base_url]", "base_url: base_url", "classes.0.base_url: has to be a list"),
        ("clients/httpx.yaml", "verbs: {url: [0, url]}", "verbs: {url: [0, url, 2]}", "is one more than the 2 that there may be"),
        ("clients/py_attio.yaml", "credential:", "credentials:", "unknown key 'credentials'; did you mean credential?"),
        ("clients/py_attio.yaml", 'path: "/v2/objects"', 'path: "v2/objects"', "'v2/objects' is not written like"),
        ("clients/authlib.yaml", "gives: RemoteApp", "give: RemoteApp", "lacks the key 'gives'"),
        ("clients/uplink.yaml", "source:", "sauce:", "lacks the key 'source'"),
        ("clients/uplink.yaml", "kind: interfaces", "kind: interface", "did you mean interfaces?"),
        ("shown.yaml", "\nholds:", "\nhold:", "lacks the key 'holds'"),
        ("frameworks/test_doubles.yaml", "concept: stands_in", "concept: stand_in", "did you mean stands_in?"),
        ("frameworks/entry_points.yaml", "kind: tool", "kind: tools", "did you mean tool?"),
    ],
)
def test_a_mistake_is_told_with_its_line(rules: Path, file: str, before: str, after: str, said: str) -> None:
    line = (RULES / file).read_text(encoding="utf-8").split(before)[0].count("\n") + 1
    told = broken(rules, file, before, after)
    assert said in told
    assert f"{file}:" in told
    if "lacks" not in said:
        assert f"{file}:{line}: " in told


def test_all_mistakes_are_told_at_once(rules: Path) -> None:
    (rules / "clients" / "mine.yaml").write_text("library: x\nkind: http\nsource: x\nmodules: []\nfunctions: {}\n", encoding="utf-8")
    told = broken(rules, "clients/uplink.yaml", "classes:", "class:")
    assert "uplink.yaml" in told
    assert told.count("mine.yaml") == 2


def test_the_check_says_what_a_validator_of_others_says() -> None:
    """Where ours has nothing against a file, jsonschema has not either; and the other way round for changed data."""
    ours = schema("clients")
    theirs = jsonschema.Draft202012Validator(ours)
    for file in sorted((RULES / "clients").glob("*.yaml")):
        data = read_yaml(file.read_text(encoding="utf-8"), file.name).data
        without = [{name: value for name, value in data.items() if name != key} for key in data]
        for changed in (data, *without, {**data, "more": 1}, {**data, "modules": ["a", "a"]}):
            assert bool(problems_of(changed, ours)) is not theirs.is_valid(changed), (file.name, sorted(changed))


def test_a_keyword_that_is_not_checked_is_refused() -> None:
    with pytest.raises(ValueError, match="maxItems"):
        problems_of([], {"type": "array", "maxItems": 3})
