"""What is known of frameworks: each file is as the schema says, a wrong one is not compiled, and reading them costs a run little."""

from __future__ import annotations

import copy
import json
import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from attio_scopes import rule_files
from attio_scopes.engine.library.products import BY_NAME, Products
from attio_scopes.manifest.conform import problems_of
from attio_scopes.model.errors import UserError

RULES = Path(__file__).resolve().parent.parent / "rules"
FILES = {
    f"{kind}/{file.stem}": yaml.safe_load(file.read_text(encoding="utf-8"))
    for kind in ("frameworks", "clients")
    for file in sorted((RULES / kind).glob("*.yaml"))
}
FRAMEWORKS = [data for name, data in FILES.items() if name.startswith("frameworks/") and name != "frameworks/entry_points"]


def schema_of(name: str) -> dict[str, Any]:
    kind, _, stem = name.partition("/")
    data: dict[str, Any] = json.loads(
        (RULES / "schema" / f"{stem if stem == 'entry_points' else kind}.schema.json").read_text(encoding="utf-8")
    )
    return data


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_as_its_schema_says(name: str) -> None:
    jsonschema.Draft202012Validator(schema_of(name)).validate(FILES[name])
    assert problems_of(FILES[name], schema_of(name)) == []


def places(data: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield at
    for key, held in data.items() if isinstance(data, dict) else enumerate(data if isinstance(data, list) else ()):
        yield from places(held, (*at, key))


def one_of_each(data: Any) -> Any:
    """The data with one item of those that are alike in each list: a schema says the same of all of them."""
    if isinstance(data, dict):
        return {key: one_of_each(held) for key, held in data.items()}
    if not isinstance(data, list):
        return data
    kept = {shape_of(item): one_of_each(item) for item in reversed(data)}
    return list(reversed(kept.values()))


def shape_of(data: Any) -> Any:
    """What a schema looks at; of the words, only those that decide what else is allowed."""
    if isinstance(data, dict):
        return tuple(sorted((key, held if key in ("concept", "kind") else shape_of(held)) for key, held in data.items()))
    return ("list", *sorted(map(str, {shape_of(item) for item in data}))) if isinstance(data, list) else type(data).__name__


def changed(data: Any, at: tuple[Any, ...], how: str) -> Any:
    """The data with one place left out, of another type, empty, twice, or with one more in it."""
    whole = {"": copy.deepcopy(data)}
    *above, last = ("", *at)
    holder: Any = whole
    for key in above:
        holder = holder[key]
    held = holder[last]
    if how == "gone":
        del holder[last]
    elif how == "more" and isinstance(held, dict):
        held["nonesuch"] = 1
    elif how == "twice" and isinstance(held, list):
        held.extend(held[:1])
    else:
        holder[last] = {"number": 7, "empty": type(held)(), "text": "a b"}.get(how, held)
    return whole.get("")


CHANGED = ("frameworks/click", "frameworks/argparse", "frameworks/addresses", "frameworks/entry_points", "clients/curl", "clients/requests")


@pytest.mark.parametrize("name", [*CHANGED, "clients/dlt_rest_api"])
def test_our_reading_of_a_schema_is_that_of_others(name: str) -> None:
    """A file with one thing changed anywhere is refused where jsonschema refuses it, and nowhere else."""
    schema, data = schema_of(name), one_of_each(FILES[name])
    official = jsonschema.Draft202012Validator(schema)
    refused = 0
    for at in places(data):
        for how in ("gone", "more", "twice", "number", "empty", "text"):
            wrong = changed(data, at, how)
            valid = official.is_valid(wrong)
            assert bool(problems_of(wrong, schema)) is not valid, (at, how)
            refused += not valid
    assert refused


def test_a_wrong_fact_is_not_compiled(tmp_path: Path) -> None:
    shutil.copytree(RULES, tmp_path / "rules")
    file = tmp_path / "rules" / "frameworks" / "click.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    at = lines.index("  - concept: passes")
    lines[at] = "  - concept: pases"
    lines[at + 1] = lines[at + 1].replace("names", "nmes")
    file.write_text("\n".join(lines), encoding="utf-8")
    compiled = (tmp_path / "rules" / "compiled.json").read_bytes()
    with pytest.raises(UserError) as raised:
        rule_files.compile_rules(tmp_path / "rules")
    assert all(text.startswith(f"{file}:{at + 1}:") for text in raised.value.args)
    assert any("pases" in text for text in raised.value.args)
    assert (tmp_path / "rules" / "compiled.json").read_bytes() == compiled


def test_each_fact_has_its_source_and_is_said_once() -> None:
    facts = [(json.dumps({k: v for k, v in fact.items() if k != "source"}, sort_keys=True), tuple(data["libraries"]))
             for data in FRAMEWORKS for fact in data["facts"]]  # fmt: skip
    assert len(set(facts)) == len(facts)
    assert all(re.fullmatch(r"https://\S+", fact["source"]) for data in FRAMEWORKS for fact in data["facts"])


def test_every_concept_is_used() -> None:
    said = {fact["concept"] for data in FRAMEWORKS for fact in data["facts"]}
    assert said == set(schema_of("frameworks/click")["$defs"]["concept"]["enum"])
    assert said >= BY_NAME


def test_a_name_is_of_its_library_or_of_one_that_is_not_known() -> None:
    products = Products(FRAMEWORKS)
    assert products.exactly("option", "click.option") is not None
    assert products.exactly("option", "acme.option") is None
    assert products.fitting("calls_back", "apscheduler", "add_job") is products.fitting("calls_back", "acme", "add_job")
    assert products.fitting("calls_back", "", "add_job") is not None
    assert products.fitting("calls_back", "flask", "add_job") is None


def test_reading_what_is_known_of_frameworks_is_quick() -> None:
    """The quickest of nine, with the compiled copy in memory: a run reads it once."""
    rule_files.load_manifest(None)
    times = []
    for _ in range(9):
        start = time.perf_counter()
        Products(rule_files.load_frameworks())
        times.append(time.perf_counter() - start)
    assert min(times) < 0.005
