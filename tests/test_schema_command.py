"""`schema`, and what editors make of it: the printed schemas accept what we accept and refuse what we refuse."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from attio_scopes.cli import main
from attio_scopes.cli.schema import SCHEMAS, schema_text
from attio_scopes.configure.fresh import name_schema
from tests.format_tools import tool_path

jsonschema = pytest.importorskip("jsonschema")

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).resolve().parent.parent
WRONG = '[tool.attio-scopes]\nscopes = ["nots:read"]\nminimum = 1\n'


def problems(name: str, value: Any) -> list[str]:
    return [error.message for error in jsonschema.Draft202012Validator(json.loads(schema_text(name))).iter_errors(value)]


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_is_a_schema_and_is_printed_whole(name: str, tmp_path: Path) -> None:
    printed = CliRunner().invoke(main, ["schema", name])
    assert printed.exit_code == 0, printed.output
    jsonschema.Draft202012Validator.check_schema(json.loads(printed.stdout))
    assert CliRunner().invoke(main, ["schema", name, "-o", str(tmp_path / "s.json")]).exit_code == 0
    assert (tmp_path / "s.json").read_text(encoding="utf-8") == printed.stdout == schema_text(name)


def test_an_unknown_name_is_a_wrong_usage() -> None:
    assert CliRunner().invoke(main, ["schema", "reprot"]).exit_code == 2


def test_pyproject_has_the_configuration_in_its_place_and_leaves_the_rest_alone() -> None:
    example = tomllib.loads((ROOT / "examples" / "crm-sync" / "pyproject.toml").read_text(encoding="utf-8"))
    ours = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert "attio-scopes" in example["tool"]
    assert problems("pyproject", example) == problems("pyproject", ours) == []
    wrong = problems("pyproject", tomllib.loads(WRONG))
    assert len(wrong) == 2
    assert problems("config", tomllib.loads(WRONG)["tool"]["attio-scopes"]) == wrong


def test_taplo_takes_it_by_the_first_line(tmp_path: Path) -> None:
    program = tool_path("node_modules", ".bin", "taplo")
    (tmp_path / "s.json").write_text(schema_text("pyproject"), encoding="utf-8")
    for text, code in (('[tool.attio-scopes]\nscopes = ["note:read"]\n[tool.other]\nx = 1\n', 0), (WRONG, 1)):
        (tmp_path / "pyproject.toml").write_text("#:schema ./s.json\n\n" + text, encoding="utf-8")
        done = subprocess.run([str(program), "lint", "pyproject.toml"], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == code, done.stderr


CLIENTS = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in (ROOT / "rules" / "clients").glob("*.yaml")}


@pytest.mark.parametrize("name", sorted(CLIENTS))
def test_every_client_model_is_as_its_schema_says(name: str) -> None:
    assert problems("clients", CLIENTS[name]) == []


@pytest.mark.parametrize(
    ("name", "path", "value"),
    [
        ("requests", ("functions", "verb"), {}),
        ("requests", ("functions", "request", "url"), ["url", 1]),
        ("requests", ("functions", "request", "url"), [1]),
        ("requests", ("kind",), "https"),
        ("requests", ("server",), "server_url"),
        ("httpx", ("classes",), [{"names": []}]),
        ("tornado", ("requests",), [{"names": ["HTTPRequest"], "url": [0, "url"], "method_absent": "get"}]),
        ("attio", ("base_url_arguments",), ["server_url"]),
        ("attio", ("resources", "tasks", "get_v2_tasks", "path"), "v2/tasks"),
        ("airbyte", ("base",), None),
        ("dlt_rest_api", ("argument",), "config"),
        ("curl", ("methods", "HEAD"), ["head"]),
    ],
)
def test_a_client_model_that_is_wrong_is_refused(name: str, path: tuple[str, ...], value: object) -> None:
    wrong = json.loads(json.dumps(CLIENTS[name]))
    *above, last = path
    place = wrong
    for key in above:
        place = place[key]
    place[last] = value
    assert problems("clients", wrong)


@pytest.mark.parametrize("name", sorted(CLIENTS))
def test_nothing_that_a_client_model_has_to_have_can_be_left_out(name: str) -> None:
    for key in ("library", "kind", "programs" if CLIENTS[name]["kind"] == "command" else "modules"):
        assert problems("clients", {other: value for other, value in CLIENTS[name].items() if other != key})


def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "app.py").write_text("import requests\n\nrequests.get('https://api.attio.com/v2/lists')\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_init_names_the_schema_and_writes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project(tmp_path, monkeypatch)
    done = CliRunner().invoke(main, ["init", "--file", "attio-scopes.yaml", "--schema"])
    assert done.exit_code == 0, done.output
    first, *rest = (tmp_path / "attio-scopes.yaml").read_text(encoding="utf-8").splitlines()
    assert first == "# yaml-language-server: $schema=attio-scopes.schema.json"
    assert yaml.safe_load("\n".join(rest)) == {"scopes": ["list_configuration:read"]}
    assert (tmp_path / "attio-scopes.schema.json").read_text(encoding="utf-8") == schema_text("config")
    assert problems("config", yaml.safe_load("\n".join(rest))) == []
    assert CliRunner().invoke(main, ["check"]).exit_code == 0


def test_without_the_option_no_schema_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project(tmp_path, monkeypatch)
    assert CliRunner().invoke(main, ["init", "--file", "attio-scopes.yaml"]).exit_code == 0
    assert CliRunner().invoke(main, ["init", "--file", "other.yaml", "--schema", "--diff"]).exit_code == 2  # declared already
    assert sorted(path.name for path in tmp_path.iterdir()) == ["app.py", "attio-scopes.yaml"]


def test_pyproject_is_not_given_a_first_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project(tmp_path, monkeypatch)
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["init", "--schema"])
    assert done.exit_code == 2
    assert "attio-scopes schema pyproject" in done.stderr
    assert (tmp_path / "pyproject.toml").read_text(encoding="utf-8") == "[project]\nname = 'x'\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: 1\n", "# yaml-language-server: $schema=s.json\na: 1\n"),
        ("a: 1\r\n", "# yaml-language-server: $schema=s.json\r\na: 1\r\n"),
        ("\ufeffa: 1\n", "\ufeff# yaml-language-server: $schema=s.json\na: 1\n"),
        ("# yaml-language-server: $schema=other.json\na: 1\n", "# yaml-language-server: $schema=other.json\na: 1\n"),
    ],
)
def test_the_first_line_is_added_once(before: str, after: str) -> None:
    assert name_schema(before, "s.json") == after
