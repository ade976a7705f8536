"""The container file: what it copies is there, its commands work, and where a builder runs, the image does."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "Containerfile"
if not FILE.is_file():
    pytest.skip("Containerfile is not in this copy of the project", allow_module_level=True)
TEXT = FILE.read_text(encoding="utf-8")
OUTSIDE = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV", "COV_"))}

pytestmark = pytest.mark.builds


def in_context() -> set[str]:
    """What `.containerignore` lets in."""
    lines = (ROOT / ".containerignore").read_text(encoding="utf-8").splitlines()
    return {line[1:] for line in lines if line.startswith("!")}


def test_docker_and_others_leave_out_the_same() -> None:
    assert (ROOT / ".dockerignore").read_bytes() == (ROOT / ".containerignore").read_bytes()
    assert all((ROOT / name).exists() for name in in_context())


def test_the_python_is_one_that_is_supported() -> None:
    versions = re.findall(r"^FROM python:([\d.]+)-slim", TEXT, re.MULTILINE)
    assert len(set(versions)) == 1
    assert f"Python :: {versions[0]}" in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


@pytest.mark.skipif(os.name != "posix", reason="NOT RUN: the image is one of Linux")
def test_its_commands(tmp_path: Path) -> None:
    """Each RUN, with folders of this machine for those of the image, and no file but those that are let in."""
    build, home = tmp_path / "build", tmp_path / "opt"
    for name in in_context():
        (build / name).parent.mkdir(parents=True, exist_ok=True)
        whole = (ROOT / name).is_dir()
        (shutil.copytree if whole else shutil.copy)(ROOT / name, build / name)
    path = os.pathsep.join([str(Path(sys.executable).parent), OUTSIDE["PATH"]])
    commands = re.findall(r"^RUN (.*)$", TEXT, re.MULTILINE)
    assert len(commands) == 3
    for command in commands:
        command = command.replace("/opt/attio-scopes", str(home)).replace("/build", str(build))
        done = subprocess.run(["sh", "-c", command], env={**OUTSIDE, "PATH": path}, capture_output=True, text=True, check=False)
        assert done.returncode == 0, command + done.stdout + done.stderr
    checked = [str(home / "bin" / "attio-scopes"), "check", str(ROOT / "examples" / "crm-sync")]
    assert subprocess.run(checked, cwd=tmp_path, env=OUTSIDE, capture_output=True, check=False).returncode == 1


def builder() -> str:
    """A program that builds images here, or "" where none runs."""
    for name in ("docker", "podman"):
        if shutil.which(name) and subprocess.run([name, "info"], capture_output=True, check=False).returncode == 0:
            return name
    return ""


def test_the_image(tmp_path: Path) -> None:
    """Built, and run on the example, read-only and without a network."""
    program = builder()
    if not program:
        pytest.skip("NOT BUILT: neither docker nor podman runs here (start one; it needs a registry with python:3.12-slim)")
    built = subprocess.run([program, "build", "-q", "-f", str(FILE), str(ROOT)], capture_output=True, text=True, check=False)
    if re.search("no such host|connection refused|i/o timeout|dial tcp", built.stderr):
        pytest.skip("NOT BUILT: the registry with python:3.12-slim cannot be reached")
    assert built.returncode == 0, built.stdout + built.stderr
    mount = f"{ROOT / 'examples' / 'crm-sync'}:/src:ro"
    command = [program, "run", "--rm", "--network", "none", "-v", mount, built.stdout.strip(), "check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "note:read-write, which is not declared" in done.stdout
