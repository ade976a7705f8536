"""The README says what is so: its commands are run, its output is compared, its configuration is read, its recipes are executed."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from attio_scopes.cli import COMMANDS
from attio_scopes.configure.check import KEYS, TOKEN_KEYS
from attio_scopes.model.finding import CODES
from attio_scopes.report.formats import FORMAT_NAMES
from tests.planted import imported, plant

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLE = ROOT / "examples" / "crm-sync"
OUTSIDE = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV", "GIT_", "COV_"))}


INSTALL = 'python -I -m pip install "git+ADDRESS@REVISION"'


def block(marker: str) -> str:
    """The fenced block under `<!-- marker -->`."""
    found = re.findall(rf"<!-- {re.escape(marker)} -->\n+```\w+\n(.*?)```", README, re.DOTALL)
    assert len(found) == 1, f"README.md has {len(found)} blocks marked {marker!r}"
    return str(found[0])


def consoles() -> list[str]:
    """Every command line of the console blocks that carry no marker: those that use an installed attio-scopes."""
    plain = re.sub(r"<!-- command: .*? -->\n+```console\n.*?```", "", README, flags=re.DOTALL)
    blocks = re.findall(r"```console\n(.*?)```", plain, re.DOTALL)
    return [line.strip() for text in blocks for line in text.splitlines() if line.strip()]


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    # An environment is given, without COLUMNS: readline, which pytest imports, sets it behind Python's back.
    environment = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    command = [sys.executable, "-m", "attio_scopes", *arguments]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path / "crm-sync", ignore=shutil.ignore_patterns("__pycache__")))


@pytest.mark.slow
@pytest.mark.parametrize("line", consoles())
def test_command(line: str, project: Path) -> None:
    """Each command works as it stands, on the example; `check` finds its planted gaps."""
    program, *arguments = line.split()
    assert program == "attio-scopes"
    done = run(*arguments, cwd=project)
    assert done.returncode == (1 if arguments[0] == "check" else 0), done.stdout + done.stderr
    assert done.stdout.strip()


def test_there_are_commands() -> None:
    assert {line.split()[1] for line in consoles()} == {"calls", "scopes", "check", "manifest"}


def test_the_table_of_commands() -> None:
    assert sorted(re.findall(r"^\| `attio-scopes (\w+)` \|", README, re.MULTILINE)) == sorted(COMMANDS)


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example(command: str) -> None:
    done = run(command, "--help", cwd=ROOT)
    assert done.returncode == 0, done.stderr
    examples = re.split(r"Examples?:", done.stdout)
    assert len(examples) > 1
    assert f"attio-scopes {command}" in "".join(examples[1:])


def test_output() -> None:
    """What the README shows is what is printed, with `…` for what it leaves out."""
    done = run("check", "examples/crm-sync", cwd=ROOT)
    assert done.returncode == 1, done.stderr
    printed = done.stdout
    parts = [part.strip("\n") for part in re.split(r"^…\n", block("output: attio-scopes check"), flags=re.MULTILINE)]
    assert parts
    assert all(part.strip() for part in parts)
    for part in parts:
        assert part in printed
        printed = printed[printed.index(part) + len(part) :]
    assert not printed.strip(), "the README's last line is not the last line printed"


def test_table_of_entry_points() -> None:
    """The table on the front page is what is printed for the example."""
    done = run("scopes", "--by", "entry", "--format", "markdown", "examples/mcp-server", cwd=ROOT)
    assert done.returncode == 0, done.stderr
    assert f"\n\n{done.stdout}\n" in README


@pytest.mark.parametrize("marker", ["config: one token", "config: several tokens"])
def test_configuration(marker: str, project: Path) -> None:
    (project / "pyproject.toml").write_text(block(marker), encoding="utf-8")
    done = run("check", "--format", "json", cwd=project)
    assert done.returncode == 1, done.stderr
    table = tomllib.loads(block(marker))["tool"]["attio-scopes"]
    declared = {name: token["scopes"] for name, token in table.get("tokens", {}).items()} or {"default": table["scopes"]}
    assert {token["name"]: token["declared"] for token in json.loads(done.stdout)["tokens"]} == declared


def test_configuration_keys() -> None:
    """The table names every key, and no other."""
    section = README.partition("| key | meaning |")[2].partition("\n\n")[0]
    keys = [key for row in section.splitlines() if row.startswith("| `") for key in re.findall(r"`([^`]+)`", row.split("|")[1])]
    assert sorted(keys) == sorted(KEYS)
    tokens = next(row for row in section.splitlines() if row.startswith("| `tokens`"))
    assert set(re.findall(r"`([^`]+)`", tokens.split("|")[2])) == set(TOKEN_KEYS)


def test_comments(project: Path) -> None:
    shutil.rmtree(project / "crm_sync")
    (project / "purge.py").write_text(block("python: comments"), encoding="utf-8")
    scopes = '[tool.attio-scopes]\nscopes = ["object_configuration:read", "record_permission:read"]\n'
    (project / "pyproject.toml").write_text(scopes, encoding="utf-8")
    done = run("check", "--format", "json", "--fail-on", "note", cwd=project)
    assert done.returncode == 0, done.stdout
    assert [call["status"] for call in json.loads(done.stdout)["calls"]] == ["suppressed", "covered"]


def test_codes() -> None:
    rows = re.findall(r"^\| (ATS\d+) \| ([\w-]+) \| (\w+) \|", README, re.MULTILINE)
    assert rows == [(code.id, code.slug, str(code.severity)) for code in CODES]


def test_formats() -> None:
    sentence = README.partition("`check` writes ")[2].partition(". ")[0]
    assert tuple(re.findall(r"`(\w+)`", sentence)) == FORMAT_NAMES


def test_links() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert target.startswith("https://") or (ROOT / target).exists(), target


def test_pre_commit() -> None:
    (hook, _) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    (repository,) = yaml.safe_load(block("pre-commit"))["repos"]
    assert repository == {"repo": "ADDRESS", "rev": "REVISION", "hooks": [{"id": hook["id"]}]}


def test_ci_runs_the_test_command() -> None:
    """`.ci/run` takes the command out of this README, so there is one place where it stands; here: that the place is found."""
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "<!-- command: tests -->" in script
    command = block("command: tests").strip()
    assert command.startswith("python3 -m venv .venv && ")
    assert command.endswith(".venv/bin/python -m pytest")
    assert "\n" not in command
    if os.name == "posix":
        assert os.access(ROOT / ".ci" / "run", os.X_OK)


def steps(marker: str) -> list[str]:
    """The shell lines of a CI recipe."""
    recipe: dict[str, Any] = yaml.safe_load(block(marker))
    (job,) = recipe["jobs"].values() if "jobs" in recipe else recipe.values()
    return list(job["script"]) if "script" in job else [step["run"] for step in job["steps"] if "run" in step]


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A fresh machine: an unpacked sdist in which the README's first command has been run, and what it printed."""
    if os.name != "posix":
        pytest.skip("the README's commands are for a POSIX shell")
    for module in ("build", "hatchling"):
        pytest.importorskip(
            module, reason=f"{module} is not installed (pip install '.[dev]'): no sdist was made to try the README's commands in"
        )
    top = tmp_path_factory.mktemp("machine")
    command = [sys.executable, "-m", "build", "--sdist", "--no-isolation", "--outdir", str(top), str(ROOT)]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stdout + made.stderr
    (archive,) = top.glob("*.tar.gz")
    shutil.unpack_archive(archive, top, filter="data")
    home = top / archive.name.removesuffix(".tar.gz")
    tools = top / "bin"
    tools.mkdir()
    (tools / "python3").symlink_to(sys.executable)
    with (top / "out").open("w", encoding="utf-8") as out:
        done = subprocess.run(
            ["bash", "-c", block("command: example")],
            cwd=home,
            env={**OUTSIDE, "PATH": f"{tools}{os.pathsep}{OUTSIDE['PATH']}", "PIP_QUIET": "1"},
            stdout=out,
            stderr=subprocess.STDOUT,
            check=False,
        )
    assert done.returncode == 1, (top / "out").read_text(encoding="utf-8")
    return {"home": home, "out": top / "out"}


@pytest.mark.builds
def test_the_first_command_on_a_fresh_machine(machine: dict[str, Path]) -> None:
    printed = machine["out"].read_text(encoding="utf-8")
    assert "note:read-write" in printed
    assert "examples/crm-sync/crm_sync/client.py:" in printed


@pytest.mark.builds
def test_the_tests_run_from_an_sdist(machine: dict[str, Path]) -> None:
    """The README's second command, with this environment for the one that it makes, and a few of the tests for all."""
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-n",
        "0",
        "-p",
        "no:cacheprovider",
        "tests/test_module_name.py",
        "tests/test_supply_chain.py",
        "-k",
    ]
    command += ["not audit"]
    done = subprocess.run(command, cwd=machine["home"], env=OUTSIDE, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    place = [sys.executable, "-c", "import attio_scopes; print(attio_scopes.__file__)"]
    printed = subprocess.run(place, cwd=machine["home"], env=OUTSIDE, capture_output=True, text=True, check=True).stdout
    assert Path(printed.strip()).is_relative_to(machine["home"]), "it was this sdist that was tested"


@pytest.fixture(scope="module")
def on_path(machine: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a job, after the line by which both recipes install: run once, in a project whose code must not run."""
    assert [steps(marker)[:-1] for marker in ("recipe: github", "recipe: gitlab")] == [[INSTALL], [INSTALL]]
    environment = {**OUTSIDE, "PATH": f"{machine['home'] / '.venv' / 'bin'}{os.pathsep}{OUTSIDE['PATH']}", "CI": "true"}
    top = tmp_path_factory.mktemp("install")
    project = Path(shutil.copytree(EXAMPLE, top / "crm-sync", ignore=shutil.ignore_patterns("__pycache__")))
    plant(project, top / "marks")
    with tempfile.TemporaryDirectory() as git_home:
        address = _git_address(Path(git_home) / "repository", machine["home"])
        install = INSTALL.replace("ADDRESS", address).replace("REVISION", "main")
        done = subprocess.run(["bash", "-c", install], cwd=project, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert imported(top / "marks") == []
    return environment


@pytest.mark.builds
@pytest.mark.parametrize("marker", ["recipe: github", "recipe: gitlab"])
def test_recipe(marker: str, on_path: dict[str, str], project: Path, tmp_path: Path) -> None:
    """The lines of a recipe, with this checkout for ADDRESS, find the example's gaps, leave the artifact behind, and run none of it."""
    last = steps(marker)[-1]
    plant(project, tmp_path / "marks")
    done = subprocess.run(["bash", "-c", last], cwd=project, env=on_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout + done.stderr
    assert imported(tmp_path / "marks") == []
    assert "note:read-write" in done.stdout
    if marker == "recipe: github":
        assert re.search(r"^::error .*file=crm_sync/client\.py,", done.stdout, re.MULTILINE)
    else:
        issues = json.loads((project / "gl-code-quality-report.json").read_text(encoding="utf-8"))
        assert "crm_sync/client.py" in {issue["location"]["path"] for issue in issues}


def _git_address(repository: Path, source: Path) -> str:
    """A copy of the checkout as a git repository, and its address."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed: the recipes install from a git address")
    shutil.copytree(source, repository, symlinks=True, ignore=shutil.ignore_patterns(".venv"))
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "core.hooksPath=/dev/null"]
    for command in (["init", "-q", "-b", "main"], ["add", "-A"], [*identity, "commit", "-q", "-m", "as it stands"]):
        subprocess.run(["git", *command], cwd=repository, env=OUTSIDE, check=True)
    return repository.as_uri()
