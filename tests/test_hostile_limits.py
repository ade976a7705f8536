"""A run that is past a limit of time or memory ends, says so in every format, names what was not looked at, and is never a clean one."""

from __future__ import annotations

import json
import os
import shutil
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from attio_scopes import match
from attio_scopes.cli import main
from attio_scopes.engine import roots
from attio_scopes.engine.domain.reasons import AT_A_LIMIT
from attio_scopes.report.formats import FORMATS
from tests.hostile import GOOD

ALL = '[tool.attio-scopes]\nscopes = ["note:read", "object_configuration:read", "record_permission:read", "webhook:read"]\n'
NEVER_ENOUGH = [("--timeout", "0.000001"), ("--max-memory", "1")]
ENOUGH = ("--timeout", "600", "--max-memory", "100000")


def command(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Covered, with a scope that nothing needs."""
    folder = tmp_path / "project"
    folder.mkdir()
    monkeypatch.chdir(folder)
    (folder / "pyproject.toml").write_text(ALL)
    for name in ("a", "b", "c", "d"):
        (folder / f"{name}.py").write_text(GOOD)
    (folder / "other.py").write_text("x = 1\n")
    return folder


@pytest.mark.parametrize("limit", NEVER_ENOUGH)
@pytest.mark.parametrize("arguments", ["calls", "scopes", "report", "check", "init", "check --no-cache"])
def test_a_run_that_ends_early_is_not_clean(project: Path, arguments: str, limit: tuple[str, str]) -> None:
    if arguments == "init":
        (project / "pyproject.toml").unlink()
    shutil.rmtree(os.environ["ATTIO_SCOPES_CACHE_DIR"], ignore_errors=True)
    done = command(*arguments.split(), *limit)
    said = " ".join((done.output).split())
    assert done.exit_code == 1, said
    if not arguments.startswith("report"):
        assert f"of {limit[0]} were" in said, said
        assert "a.py, b.py, c.py" in said, said


@pytest.mark.parametrize("limit", NEVER_ENOUGH)
def test_what_was_not_looked_at_is_named(project: Path, limit: tuple[str, str]) -> None:
    report = json.loads(command("check", "--no-cache", "--format", "json", *limit).stdout)
    assert (report["complete"], report["calls"]) == (False, [])
    assert {"a.py", "b.py", "c.py", "d.py"} <= set(report["not_looked_at"]) <= {"a.py", "b.py", "c.py", "d.py", "other.py"}
    assert [(finding["code"], finding["name"], finding["severity"]) for finding in report["findings"]] == [
        ("ATS903", "analysis-incomplete", "error")
    ]
    assert report["tokens"][0]["unused"] == []
    assert report["tokens"][0]["withheld"]


def test_a_run_within_its_limits_is_as_without(project: Path) -> None:
    without, within = (json.loads(command("check", "--no-cache", "--format", "json", *more).stdout) for more in ((), ENOUGH))
    assert without == within
    assert (within["complete"], within["not_looked_at"]) == (True, [])
    assert [finding["code"] for finding in within["findings"]] == ["ATS101"]


@pytest.mark.parametrize("form", [known.name for known in FORMATS if known.name != "json"])
def test_every_format_says_it(project: Path, form: str) -> None:
    done = command("check", "--no-cache", "--format", form, "--timeout", "0.000001")
    assert (done.exit_code, "ATS903" in done.stdout) == (1, True), done.output


SILENT = {
    "ignore": 'ignore = ["ATS903"]\n',
    "a path": '[tool.attio-scopes.per-path-ignores]\n"**" = ["ATS903"]\n',
    "a severity": '[tool.attio-scopes.severities]\nATS903 = "note"\n',
    "a baseline": 'baseline = "b.json"\n',
    "a comment": "",
}


@pytest.mark.parametrize("name", SILENT)
def test_nothing_keeps_it_silent(project: Path, name: str) -> None:
    (project / "pyproject.toml").write_text(ALL + SILENT[name])
    (project / "b.json").write_text('{"baseline": 1, "findings": [{"code": "ATS903", "path": "a.py", "count": 9}]}')
    if name == "a comment":
        (project / "a.py").write_text("# attio-scopes: ignore-file\n" + GOOD)
    done = command("check", "--no-cache", "--timeout", "0.000001")
    assert (done.exit_code, "ATS903" in done.stdout) == (1, True), done.output
    assert command("check", "--no-cache", "--timeout", "0.000001", "--exit-zero").exit_code == 0


def test_nothing_is_written_from_a_part(project: Path) -> None:
    for arguments in (("check", "--fix"), ("baseline", "write"), ("baseline", "write", "--prune")):
        done = command(*arguments, "--timeout", "0.000001")
        assert done.exit_code == 1 or "--prune" in arguments, done.output
        assert (project / "pyproject.toml").read_text() == ALL
        assert not (project / "attio-scopes-baseline.json").exists()


def test_nothing_of_it_is_kept_for_later_runs(project: Path) -> None:
    assert command("calls", "--timeout", "0.000001").exit_code == 1
    done = command("calls")
    assert (done.exit_code, done.stdout.count("GET /v2/notes")) == (0, 4)


@pytest.mark.parametrize("value", ["nan", "0", "-1", "x", ""])
@pytest.mark.parametrize("option", ["--timeout", "--max-memory"])
def test_a_limit_that_is_none(project: Path, option: str, value: str) -> None:
    assert command("check", option, value).exit_code == 2


def bomb(folder: Path, modules: int) -> None:
    """A function that takes seconds for each module that calls it."""
    names = "=".join(f"v{number}" for number in range(100))
    lines = ["import os, requests", "def f(q):"]
    lines += [f"    {'el' * (option > 0)}if os.getenv('e{option}'): k='x{option}'; {names}='/a{option}'" for option in range(20)]
    lines += [f"    else: k='y'; {names}='/b'", "    z=q"]
    for depth in range(10):
        lines += [f"{' ' * (depth + 4)}while os.getenv('a{depth}'):", f"{' ' * (depth + 5)}z=z+'a{depth}'"]
    lines += [f"{' ' * 14}if k == 'x{number}': z=z+'b'" for number in range(5)]
    lines += [f"{' ' * 14}requests.get('https://api.attio.com/v2'+v0+z)"]
    (folder / "lib.py").write_text("\n".join(lines) + "\n")
    for number in range(modules):
        (folder / f"m{number}.py").write_text(f"from lib import f\nf('/{number}')\n")


def statuses(report: dict[str, Any]) -> dict[str, str]:
    """What became of the call in each file."""
    return {call["path"]: call["status"] for call in report["calls"]}


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work without end where a module `slow.py` is worked out."""
    real = roots._work_out

    def work_out(queries: Any, module: Any, demand: Any, found: Any) -> Any:
        until = time.monotonic() + 60 * (module.path == "slow.py")
        while time.monotonic() < until:
            time.sleep(0.01)
        return real(queries, module, demand, found)

    monkeypatch.setattr(roots, "_work_out", work_out)


CLIENT = "import requests\nBASE = 'https://api.attio.com/v2'\ndef get(path):\n    return requests.get(BASE + path)\n"


def test_what_was_found_until_then_is_reported(project: Path, slow: None) -> None:
    """Calls that nothing of the rest can change keep their endpoint; others that were met are unresolved."""
    (project / "slow.py").write_text("import client\nclient.get('/notes/1')\n")
    (project / "client.py").write_text(CLIENT)
    (project / "a_user.py").write_text("import client\nclient.get('/notes')\n")
    (project / "z_user.py").write_text("import client\nclient.get('/notes')\n")
    done = command("check", "--no-cache", "--timeout", "1.5", "--format", "json")
    report = json.loads(done.stdout)
    assert (done.exit_code, report["complete"]) == (1, False)
    assert report["not_looked_at"] == ["a_user.py", "client.py", "slow.py", "z_user.py"]
    assert statuses(report) == {**dict.fromkeys(("a.py", "b.py", "c.py", "d.py"), "covered"), "a_user.py": "unresolved"}
    met = next(call for call in report["calls"] if call["path"] == "a_user.py")
    assert (met["line"], met["url"], met["reason"]) == (2, "https://api.attio.com/v2/notes", AT_A_LIMIT)
    assert sorted(finding["code"] for finding in report["findings"]) == ["ATS004", "ATS903"]
    assert report["tokens"][0]["unused"] == []
    assert "1.5 s of --timeout were up" in next(f["message"] for f in report["findings"] if f["code"] == "ATS903")


APART = {
    "an import": ("import one\n", ""),
    "an import of a module that says nothing": ("import quiet\n", "import quiet\n"),
    "two that import one another": ("import quiet\n", "import hushed\n"),
    "an object of a framework": ("def start(app, x):\n    app.state.crm = x\n", "def use(request):\n    return request.app.state.crm\n"),
    "a protocol": (
        "from typing import Protocol\nclass Sender(Protocol):\n    def send(self): ...\n",
        "class Mail:\n    def send(self): ...\n",
    ),
    "settings": ("from django.conf import settings\n", ""),
}


@pytest.mark.parametrize("way", APART)
def test_what_may_hang_on_the_rest_is_not_called_resolved(project: Path, slow: None, way: str) -> None:
    """The near miss is in the same run: modules that have nothing to do with the slow one."""
    of_slow, of_one = APART[way]
    (project / "settings").mkdir()
    (project / "quiet.py").write_text("import hushed\n")
    (project / "hushed.py").write_text("import quiet\n")
    (project / "slow.py").write_text(of_slow + GOOD)
    name = "settings/one.py" if way == "settings" else "one.py"
    (project / name).write_text(of_one + GOOD)
    report = json.loads(command("calls", "--no-cache", "--timeout", "1.5", "--format", "json").stdout)
    assert set(report["not_looked_at"]) == {name, "slow.py"}
    assert statuses(report) == {**dict.fromkeys(("a.py", "b.py", "c.py", "d.py"), "resolved"), name: "unresolved"}


def test_modules_that_are_loaded_by_their_names_hang_on_all(project: Path, slow: None) -> None:
    (project / "slow.py").write_text("import importlib\nimportlib.import_module(input())\n" + GOOD)
    report = json.loads(command("calls", "--no-cache", "--timeout", "1.5", "--format", "json").stdout)
    assert statuses(report) == dict.fromkeys(("a.py", "b.py", "c.py", "d.py"), "unresolved")


def test_nothing_of_other_projects_is_lost(project: Path, slow: None) -> None:
    """Of several projects those before the limit are whole, those after it are named."""
    (project / "pyproject.toml").unlink()
    (project / "slow.py").unlink(missing_ok=True)
    for name in ("first", "second", "third"):
        (project / name).mkdir()
        (project / name / "pyproject.toml").write_text(ALL)
        (project / name / "ok.py").write_text(GOOD)
    (project / "second" / "slow.py").write_text(GOOD)
    report = json.loads(command("check", "first", "second", "third", "--no-cache", "--timeout", "2", "--format", "json").stdout)
    assert report["not_looked_at"] == ["second/slow.py", "third/ok.py"]
    assert statuses(report) == {"first/ok.py": "covered", "second/ok.py": "covered"}


@pytest.mark.slow
def test_a_bomb_of_time_ends(project: Path) -> None:
    bomb(project, 200)
    started = time.monotonic()
    done = command("calls", "--no-cache", "--timeout", "2", "--format", "json")
    assert time.monotonic() - started < 15
    report = json.loads(done.stdout)
    assert (done.exit_code, report["complete"], "lib.py" in report["not_looked_at"]) == (1, False, True)
    assert statuses(report) == dict.fromkeys(("a.py", "b.py", "c.py", "d.py"), "resolved")


@pytest.mark.slow
def test_memory_that_grows_ends_the_run(project: Path) -> None:
    for number in range(12):
        lines = "".join(f"requests.get('https://api.attio.com/v2/objects/{number}-{line}')\n" for line in range(1_500))
        (project / f"many_{number}.py").write_text("import requests\n" + lines)
    done = command("calls", "--no-cache", "--jobs", "2", "--max-memory", "150", "--format", "json")
    report = json.loads(done.stdout)
    assert (done.exit_code, report["complete"], "many_0.py" in report["not_looked_at"]) == (1, False, True)
    assert "150 MB of --max-memory" in report["findings"][-1]["message"]


@pytest.mark.slow
def test_time_that_is_up_while_the_calls_are_judged(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """None of the calls is told then, rather than some: a report has all of its files or says which it has not."""
    real = match.match

    def slow(sites: object, manifest: object) -> object:
        until = time.monotonic() + 30 * bool(sites)
        while time.monotonic() < until:
            pass
        return real(sites, manifest)  # type: ignore[arg-type]  # as each test gives it

    monkeypatch.setattr(match, "match", slow)
    report = json.loads(command("calls", "--no-cache", "--timeout", "1", "--format", "json").stdout)
    assert (report["complete"], report["not_looked_at"], report["calls"]) == (False, ["a.py", "b.py", "c.py", "d.py"], [])
    assert [finding["code"] for finding in report["findings"]] == ["ATS903"]
