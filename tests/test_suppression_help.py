"""What the help of a code offers to keep it silent does so, in the rules of SARIF and on its page; what it does not offer does not."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from attio_scopes import portions
from attio_scopes.cli import main
from attio_scopes.explain.codes import page
from attio_scopes.explain.rule_pages import PAGES
from attio_scopes.model.finding import CODES, NEVER_SILENT, Code
from attio_scopes.parsing import Failure

CODE = "import requests\n\nrequests.get('https://api.attio.com/v2/self')\n"
CONFIG = "[tool.attio-scopes]\nscopes = []\n"
TABLE = "[tool.attio-scopes]\n"
SAYS = re.compile(r"\n\nSuppress it: (.+)$")


def checked(folder: Path, code: Code, form: str) -> Any:
    """The report of a run that has a finding with this code, if nothing keeps it silent."""
    limit = ("--timeout", "0.000001") if code.id == "ATS903" else ()
    return json.loads(CliRunner().invoke(main, ["check", str(folder), "--no-cache", "--format", form, *limit]).stdout)


def place_of(folder: Path, code: Code) -> tuple[str, int] | None:
    """Where the finding is, if there is one that counts."""
    found = [(Path(one["path"]).name, one["line"]) for one in checked(folder, code, "json")["findings"] if one["code"] == code.id]
    return found[0] if found else None


def offered(folder: Path, code: Code) -> list[str]:
    """What keeps a code silent by the rule in SARIF and by its page."""
    (rule,) = (one for one in checked(folder, code, "sarif")["runs"][0]["tool"]["driver"]["rules"] if one["id"] == code.id)
    said = SAYS.search(rule["help"]["text"])
    assert (f"`{said[1]}`" if said else "cannot be suppressed") in rule["help"]["markdown"]
    configured = page(code).partition("## How to configure it")[2]
    return [*([said[1]] if said else []), *re.findall(r"`((?:#|ignore|per-path|severities)[^`]*)`", configured)]


def apply(folder: Path, way: str, place: tuple[str, int]) -> None:
    """Do what the help says: a comment goes on the finding's line, a setting into the configuration."""
    name, line = place
    if way.startswith("#"):
        lines = (folder / name).read_text().splitlines()
        lines[line - 1] += f"  {way}"
        (folder / name).write_text("\n".join(lines) + "\n")
        return
    way = way.replace("path/of/file.py", name).replace("legacy/**", "**")
    text = (folder / "pyproject.toml").read_text()
    (folder / "pyproject.toml").write_text(f"{TABLE}{way}\n{text.removeprefix(TABLE)}")


def write(folder: Path, code: Code) -> None:
    (folder / "app.py").write_text(PAGES[code.id].code or CODE)
    (folder / "pyproject.toml").write_text(PAGES[code.id].config or CONFIG)


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """A defect of ours in every file."""
    failure = Failure(1, "it broke", internal=True)
    monkeypatch.setattr(portions, "facts_of_all", lambda files, jobs, kept: [(path, failure) for path, _ in files])


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.id)
def test_what_the_help_offers_works(tmp_path: Path, code: Code, request: pytest.FixtureRequest) -> None:
    if code.id == "ATS902":
        request.getfixturevalue("broken")
    write(tmp_path, code)
    place = place_of(tmp_path, code)
    assert place is not None, "the example has no such finding"
    ways = offered(tmp_path, code)
    assert bool(ways) == (code not in NEVER_SILENT)
    for way in ways:
        write(tmp_path, code)
        apply(tmp_path, way, place)
        left = [one for one in checked(tmp_path, code, "json")["findings"] if one["code"] == code.id]
        assert [one["severity"] for one in left] == (["note"] * len(left) if way.startswith("severities") else []), way
        assert bool(left) == way.startswith("severities"), way


@pytest.mark.parametrize("code", sorted(NEVER_SILENT, key=str), ids=lambda code: code.id)
@pytest.mark.parametrize("way", ["# attio-scopes: ignore[{}] reason", "ignore = ['{}']", "per-path-ignores = {{ '**' = ['{}'] }}"])
def test_what_it_does_not_offer_does_not(tmp_path: Path, code: Code, way: str, request: pytest.FixtureRequest) -> None:
    if code.id == "ATS902":
        request.getfixturevalue("broken")
    write(tmp_path, code)
    apply(tmp_path, way.format(code.id), ("app.py", 1))
    assert place_of(tmp_path, code) is not None


@pytest.mark.parametrize("kind", ["no text", "too deep"])
def test_files_whose_comments_cannot_be_read(tmp_path: Path, kind: str) -> None:
    code = next(one for one in CODES if one.id == "ATS901")
    write(tmp_path, code)
    deep = "x = " + "(" * 200 + "1" + ")" * 200 + "\n"
    (tmp_path / "app.py").write_bytes((CODE + deep).encode() if kind == "too deep" else CODE.encode() + b"\xff\xfe\n")
    place = place_of(tmp_path, code)
    assert place is not None
    apply(tmp_path, offered(tmp_path, code)[0], place)
    assert place_of(tmp_path, code) is None
