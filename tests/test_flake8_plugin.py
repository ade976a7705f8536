"""The plugin in the real flake8: cross-module findings, several processes, standard input, noqa, wrong configuration."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("flake8", reason="NOT TRIED: flake8 is not installed (pip install '.[flake8]')")

from flake8.main.cli import main as flake8

from attio_scopes import __version__, flake8_plugin
from tests.same_findings import Found, of_check, of_flake8, read_flake8, run

pytestmark = pytest.mark.slow

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "crm-sync"
CLIENT = """\
import os

import requests

BASE = "https://api.attio.com/v2"


def send(method, path):
    return requests.request(method, BASE + path, headers={"Authorization": "Bearer " + os.environ["ATTIO_API_KEY"]}, timeout=10)
"""
HOOKS = """\
from client import send


def unhook(webhook_id):
    return send("DELETE", f"/webhooks/{webhook_id}")


def old():
    return send("GET", "/nots")
"""
UNHOOK = ("hooks.py", 5, 12, "ATS001", "DELETE /v2/webhooks/{webhook_id} needs webhook:read-write, which is not declared.")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Two modules: the endpoint stands in one, the request in the other."""
    (tmp_path / "attio-scopes.yaml").write_text("scopes:\n  - webhook:read\n", encoding="utf-8")
    (tmp_path / "client.py").write_text(CLIENT, encoding="utf-8")
    (tmp_path / "hooks.py").write_text(HOOKS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    flake8_plugin._project.cache_clear()
    yield tmp_path
    flake8_plugin._project.cache_clear()


def linted(capsys: pytest.CaptureFixture[str], *arguments: str) -> Found:
    """What flake8 says in this process, which is quicker than in one of its own."""
    flake8(["--isolated", "--select", "ATS", "-j", "1", *arguments])
    shown = capsys.readouterr()
    assert shown.err == ""
    return read_flake8(shown.out)


def test_the_plugin_is_registered_under_its_codes() -> None:
    done = run([sys.executable, "-m", "flake8", "--version"], EXAMPLE)
    assert f"attio-scopes: {__version__}" in done.stdout
    from importlib.metadata import entry_points

    (entry,) = entry_points(group="flake8.extension", name="ATS")
    assert entry.load() is flake8_plugin.Plugin


def test_what_another_module_decides_is_told_where_it_stands(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = linted(capsys, ".")
    assert UNHOOK in found
    assert {code for _, _, _, code, _ in found} == {"ATS001", "ATS003"}
    assert found == of_check(project)
    # A file on its own is still read with the rest of its project.
    assert linted(capsys, "hooks.py") == found
    assert linted(capsys, "client.py") == frozenset()
    assert linted(capsys, str(project / "hooks.py")) == {(str(project / "hooks.py"), *rest) for _, *rest in found}


def test_several_processes_say_the_same(project: Path) -> None:
    for number in range(4):
        (project / f"more_{number}.py").write_text("x = 1\n", encoding="utf-8")
    expected = of_check(project)
    assert UNHOOK in expected
    assert of_flake8(project, "-j", "2", ".") == expected


def test_a_project_that_is_worth_several_processes_is_read_by_one_of_flake8s(project: Path) -> None:
    """flake8's own processes may start no others."""
    for number in range(4):
        lines = "".join(f"BASE_{line} = 'https://api.attio.com/v2'  # {'x' * 900}\n" for line in range(60))
        (project / f"more_{number}.py").write_text(lines + f"import requests\nrequests.get(BASE_{number})\n", encoding="utf-8")
    assert sum(path.stat().st_size for path in project.glob("more_*.py")) > 200_000
    expected = of_check(project)
    assert UNHOOK in expected
    assert of_flake8(project, "-j", "2", ".") == expected


def test_the_project_is_analysed_once_for_all_its_files(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from attio_scopes import pipeline

    runs = []
    whole = pipeline.run
    monkeypatch.setattr(pipeline, "run", lambda request: runs.append(request) or whole(request))  # type: ignore[func-returns-value]  # it runs both
    assert linted(capsys, ".")
    assert len(runs) == 1


def test_standard_input_is_read_instead_of_the_file(project: Path) -> None:
    edited = "# a line more\n" + HOOKS
    found = of_flake8(project, "--stdin-display-name", "hooks.py", "-", text=edited)
    assert (UNHOOK[0], UNHOOK[1] + 1, *UNHOOK[2:]) in found
    unsaved = 'from client import send\nsend("POST", "/webhooks")\n'
    (only,) = of_flake8(project, "--stdin-display-name", "unsaved.py", "-", text=unsaved)
    assert only[:4] == ("unsaved.py", 2, 1, "ATS001")
    (nameless,) = of_flake8(project, "-", text=unsaved)
    assert nameless[:4] == ("stdin", 2, 1, "ATS001")


def test_noqa_is_flake8s_and_ours_stays_ours(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hooks = HOOKS.replace('{webhook_id}")', '{webhook_id}")  # noqa: ATS001').replace('"/nots")', '"/nots")  # noqa: ATS001')
    (project / "hooks.py").write_text(hooks, encoding="utf-8")
    assert [code for _, _, _, code, _ in linted(capsys, ".")] == ["ATS003"]
    assert {code for _, _, _, code, _ in linted(capsys, "--disable-noqa", ".")} == {"ATS001", "ATS003"}
    assert {code for _, _, _, code, _ in of_check(project)} == {"ATS001", "ATS003"}  # `check` knows its own comments only

    flake8_plugin._project.cache_clear()
    ours = HOOKS.replace('{webhook_id}")', '{webhook_id}")  # attio-scopes: ignore[ATS001] not used')
    (project / "hooks.py").write_text(ours, encoding="utf-8")
    assert [code for _, _, _, code, _ in linted(capsys, ".")] == ["ATS003"]
    assert [code for _, _, _, code, _ in linted(capsys, "--extend-ignore", "ATS003", ".")] == []


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_wrong_configuration_is_told_without_a_traceback(project: Path, jobs: str) -> None:
    (project / "attio-scopes.yaml").write_text("scopes:\n  - webhook:raed\n  - nots:read\n", encoding="utf-8")
    done = run([sys.executable, "-m", "flake8", "--isolated", "-j", jobs, "."], project)
    assert done.returncode == 1
    assert "attio-scopes: attio-scopes.yaml:2: unknown scope webhook:raed; did you mean webhook:read?" in done.stdout
    assert "attio-scopes: attio-scopes.yaml:3: " in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_a_project_without_our_configuration_is_left_alone(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "attio-scopes.yaml").unlink()
    assert linted(capsys, ".") == frozenset()


def test_each_file_has_the_configuration_of_its_own_project(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    second = project / "second"
    second.mkdir()
    shutil.copy(project / "client.py", second)
    shutil.copy(project / "hooks.py", second)
    (second / "attio-scopes.yaml").write_text("scopes:\n  - webhook:read-write\n", encoding="utf-8")
    assert {path for path, _, _, code, _ in linted(capsys, ".") if code == "ATS001"} == {"hooks.py"}


COUNTING = """\
import os, pathlib, sys
import importlib.abc, importlib.util

class Counting(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name != "attio_scopes.reading":
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(name)
        load = spec.loader.exec_module
        def exec_module(module):
            load(module)
            read = module.reading_of
            def counted(*arguments, **named):
                with open(os.environ["COUNT_FILE"], "a") as log:
                    log.write("x")
                return read(*arguments, **named)
            module.reading_of = counted
        spec.loader.exec_module = exec_module
        return spec

sys.meta_path.insert(0, Counting())
"""


def test_two_processes_read_a_large_project_once_and_say_what_check_says(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """2 MB, cold, with two workers: nothing is read a second time, and the findings are those of `check`."""
    words = "a word of a long text that flake8 has nothing to say about, and reads fast\n" * 570
    for number in range(50):
        (project / f"m{number}.py").write_text(
            f'def f_{number}(x):\n    return x + {number}\n\n\nTEXT = """\n{words}"""\n', encoding="utf-8"
        )
    assert sum(path.stat().st_size for path in project.glob("*.py")) > 2_000_000
    aside = tmp_path_factory.mktemp("aside")
    (aside / "sitecustomize.py").write_text(COUNTING, encoding="utf-8")
    log = aside / "log"
    environment = {**os.environ, "PYTHONPATH": str(aside), "COUNT_FILE": str(log), "XDG_CACHE_HOME": str(aside / "cache")}
    done = subprocess.run(
        [sys.executable, "-m", "flake8", "--isolated", "--select", "ATS", "-j", "2", "."],
        cwd=project, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, log.read_text()) == (1, "x"), done.stderr
    assert read_flake8(done.stdout) == of_check(project)
