"""The wheel and the sdist: what is in them, that they are built alike twice, and that the wheel works in an empty environment."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from attio_scopes import __version__

ROOT = Path(__file__).resolve().parent.parent
STEM = f"attio_scopes-{__version__}"
SOURCE_LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache", ".hypothesis", "dist", "build", "*.egg-info")

pytestmark = pytest.mark.builds


def build(source: Path, target: Path) -> tuple[Path, Path]:
    """Build the sdist and, out of it, the wheel; returns (wheel, sdist)."""
    done = subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(target), str(source)],
        env={**os.environ, "SOURCE_DATE_EPOCH": "1700000000"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return target / f"{STEM}-py3-none-any.whl", target / f"{STEM}.tar.gz"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    for module in ("build", "hatchling"):
        pytest.importorskip(module, reason=f"{module} is not installed (pip install '.[dev]'): the wheel was not built")
    return build(ROOT, tmp_path_factory.mktemp("first"))


def pythons() -> list[str]:
    """Of each supported version on this machine one, as `.ci/run` finds them; first the one that runs the tests."""
    root = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    named = [path for number in range(10, 20) if (path := shutil.which(f"python3.{number}"))]
    found = {f"{sys.version_info[0]}.{sys.version_info[1]}": sys.executable}
    for python in [*named, *map(str, sorted(root.glob("*/bin/python3")))]:
        said = subprocess.run(
            [python, "-Ic", "import sys; print('%d.%d' % sys.version_info[:2])"], capture_output=True, text=True, check=False
        )
        version = said.stdout.strip()
        if said.returncode == 0 and tuple(map(int, version.split("."))) >= (3, 10):
            found.setdefault(version, python)
    return list(found.values())


def installed(wheel: Path, python: str, home: Path) -> Path:
    """The scripts directory of an empty environment with nothing but the wheel and what it asks for; this environment's pip fills it."""
    made = subprocess.run([python, "-Im", "venv", "--without-pip", str(home)], capture_output=True, text=True, check=False)
    if made.returncode:
        pytest.skip(f"NOT INSTALLED: {python} makes no environment ({made.stderr.strip()[-100:]})")
    folder = home / ("Scripts" if os.name == "nt" else "bin")
    command = [sys.executable, "-m", "pip", "--python", str(folder / "python"), "install", "-q", "--no-compile", str(wheel)]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    assert done.returncode == 0, done.stdout
    return folder


@pytest.fixture(scope="module")
def scripts(built: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of an environment with the Python that runs the tests."""
    return installed(built[0], sys.executable, tmp_path_factory.mktemp("empty") / "venv")


def files_of(folder: str) -> set[str]:
    """Every file of a folder of the checkout that is not made by running it, with `/`."""
    return {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file() and path.suffix != ".pyc"}


def run(*command: str | Path, cwd: Path, expect: int = 0) -> str:
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == expect, f"exit {done.returncode}, not {expect}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def test_the_wheel_holds_package_and_rules_and_nothing_else(built: tuple[Path, Path]) -> None:
    with zipfile.ZipFile(built[0]) as wheel:
        names = set(wheel.namelist())
        metadata = wheel.read(f"{STEM}.dist-info/METADATA").decode()
        entries = wheel.read(f"{STEM}.dist-info/entry_points.txt").decode()
    package = files_of("attio_scopes")
    rules = {f"attio_scopes/{name}" for name in files_of("rules")}
    assert "attio_scopes/rules/manifest.yaml" in rules
    inside = {name for name in names if not name.startswith(f"{STEM}.dist-info/")}
    assert "attio_scopes/py.typed" in package
    assert inside == package | rules
    assert f"{STEM}.dist-info/licenses/LICENSE" in names
    assert "Requires-Python: >=3.10" in metadata
    assert "attio-scopes = attio_scopes.__main__:start" in entries


def test_the_sdist_holds_what_a_packager_needs(built: tuple[Path, Path]) -> None:
    with tarfile.open(built[1]) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    wanted = {
        "LICENSE", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "pyproject.toml", ".pre-commit-hooks.yaml", "pre-commit-hooks.yaml",
        "rules/manifest.yaml", "attio_scopes/__init__.py", "tests/test_wheel.py", "examples/crm-sync/pyproject.toml", ".ci/run",
    }  # fmt: skip
    assert wanted <= names
    assert not {name for name in names if "__pycache__" in name or name.startswith((".git/", ".venv/", "dist/"))}


def test_built_twice_it_is_the_same(built: tuple[Path, Path], tmp_path: Path) -> None:
    """From another directory, later, with other file times: byte for byte the same."""
    copy = tmp_path / "elsewhere"
    shutil.copytree(ROOT, copy, symlinks=True, ignore=SOURCE_LEFT_OUT, copy_function=shutil.copy)
    again = build(copy, tmp_path / "dist")
    for first, second in zip(built, again, strict=True):
        assert first.read_bytes() == second.read_bytes(), first.name


def test_the_installed_command_knows_its_version(scripts: Path, tmp_path: Path) -> None:
    assert __version__ in run(scripts / "attio-scopes", "--version", cwd=tmp_path)
    assert __version__ in run(scripts / "python", "-m", "attio_scopes", "--version", cwd=tmp_path)


def test_the_installed_package_uses_its_own_rules(scripts: Path, tmp_path: Path) -> None:
    place = run(scripts / "python", "-c", "import attio_scopes; print(attio_scopes.__file__)", cwd=tmp_path).strip()
    assert Path(place).is_relative_to(scripts.parent)
    shown = run(scripts / "attio-scopes", "manifest", "show", "POST", "/v2/notes", cwd=tmp_path)
    for scope in ("note:read-write", "object_configuration:read", "record_permission:read"):
        assert scope in shown


def test_the_installed_command_checks_the_example(scripts: Path, tmp_path: Path) -> None:
    project = tmp_path / "crm-sync"
    shutil.copytree(ROOT / "examples" / "crm-sync", project)
    report = json.loads(run(scripts / "attio-scopes", "check", ".", "--format", "json", cwd=project, expect=1))
    (token,) = report["tokens"]
    assert token["missing"] == ["note:read-write", "webhook:read-write"]
    assert token["unused"] == ["task:read-write"]
    assert token["broader"] == ["object_configuration:read-write"]
    assert report["manifest"]["endpoints"] >= 98


@pytest.mark.parametrize("python", pythons()[1:] or [pytest.param("", marks=pytest.mark.skip(reason="no other Python on this machine"))])
def test_every_python_of_the_machine_installs_and_runs_it(built: tuple[Path, Path], python: str, tmp_path: Path) -> None:
    """The wheel that was made out of the sdist, and the commands with which the README begins."""
    command = installed(built[0], python, tmp_path / "venv") / "attio-scopes"
    shutil.copytree(ROOT / "examples" / "crm-sync", tmp_path / "crm-sync")
    assert ": POST /v2/notes" in run(command, "calls", "crm-sync", cwd=tmp_path)
    assert "note:read-write, which is not declared" in run(command, "check", "crm-sync", cwd=tmp_path, expect=1)
