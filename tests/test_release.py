"""A release: what has to be so before, what the workflow does on a tag, as far as a machine without GitHub can do it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from attio_scopes import __version__
from tests.test_wheel import SOURCE_LEFT_OUT

ROOT = Path(__file__).resolve().parent.parent
RELEASE = ROOT / ".ci" / "release.py"
if not RELEASE.is_file():
    pytest.skip(".ci/ is not in this copy of the project", allow_module_level=True)
WORKFLOWS = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in (ROOT / ".github" / "workflows").glob("*.yml")}
JOBS: dict[str, Any] = WORKFLOWS["release"]["jobs"]
TAG = f"v{__version__}"
SOURCE = "https://github.com/acme/attio-scopes"
OUTSIDE = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV", "GIT", "GH_", "COV_"))}
BASH = [shutil.which("bash") or "bash", "--noprofile", "--norc", "-eo", "pipefail", "-c"]

pytestmark = pytest.mark.skipif(sys.version_info < (3, 11), reason="NOT RUN: .ci/release.py reads TOML with Python 3.11 or later")


def release(*arguments: str, root: Path = ROOT) -> tuple[int, str, str]:
    command = [sys.executable, "-I", str(root / ".ci" / "release.py"), *arguments]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def ready(tmp_path: Path) -> Path:
    """The few files that `ready` reads, made ready by what docs/releasing.md says."""
    root = tmp_path / "checkout"
    for name in (".ci/release.py", "attio_scopes/__init__.py", "CHANGELOG.md", "pyproject.toml"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, root / name)
    make_ready(root)
    return root


def make_ready(root: Path) -> None:
    changelog = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    (root / "CHANGELOG.md").write_text(re.sub(rf"(## {__version__} )\([^)]*\)", r"\1(2026-12-01)", changelog), encoding="utf-8")
    project = (root / "pyproject.toml").read_text(encoding="utf-8")
    if "\n[project.urls]" not in project:
        project = project.replace("[project.scripts]", f'[project.urls]\nSource = "{SOURCE}"\n\n[project.scripts]')
    (root / "pyproject.toml").write_text(project, encoding="utf-8")


def test_a_commit_is_ready(ready: Path) -> None:
    assert release("ready", TAG, SOURCE, root=ready) == (0, "", "")


def test_everything_that_is_missing_is_said_at_once(ready: Path) -> None:
    changelog = (ready / "CHANGELOG.md").read_text(encoding="utf-8")
    (ready / "CHANGELOG.md").write_text(changelog.replace("(2026-12-01)", "(not released)"), encoding="utf-8")
    project = (ready / "pyproject.toml").read_text(encoding="utf-8")
    (ready / "pyproject.toml").write_text(project.replace("\n[project.urls]", "\n[tool.urls]"), encoding="utf-8")
    code, _, said = release("ready", TAG, SOURCE, root=ready)
    assert code == 1
    assert re.findall(r"^CHANGELOG\.md says 'not released'|^pyproject\.toml has no \[project\.urls\]", said, re.MULTILINE) == [
        "CHANGELOG.md says 'not released'",
        "pyproject.toml has no [project.urls]",
    ]


@pytest.mark.parametrize(
    ("tag", "source", "said"),
    [
        ("0.1", SOURCE, "is not `v` and a version"),
        ("v99.0.0", SOURCE, "the tag 99.0.0"),
        ("v99.0.0", SOURCE, "no heading `## 99.0.0"),
        (TAG, "https://github.com/someone/fork", "and this is https://github.com/someone/fork"),
    ],
)
def test_what_does_not_agree_is_said(ready: Path, tag: str, source: str, said: str) -> None:
    code, _, printed = release("ready", tag, source, root=ready)
    assert (code, said in printed) == (1, True), printed


def test_a_version_of_which_nothing_is_told_is_not_released(ready: Path) -> None:
    (ready / "CHANGELOG.md").write_text(f"# Changelog\n\n## {__version__} (2026-12-01)\n\n## 0.0.1 (2026-11-01)\n\n- Old.\n")
    assert release("ready", TAG, SOURCE, root=ready)[0] == 1
    assert release("notes", TAG, root=ready)[:2] == (1, "\n")


def test_the_notes_are_the_section_of_the_version(ready: Path) -> None:
    (ready / "CHANGELOG.md").write_text(
        "# Changelog\n\n## 0.2.0 (2026-12-01)\n\n### Added\n\n- One\n  entry.\n- Another.\n\n## 0.1.0 (2026-11-01)\n\n- Old.\n"
    )
    assert release("notes", "v0.2.0", root=ready) == (0, "### Added\n\n- One entry.\n- Another.\n", "")
    assert release("notes", "v0.1.0", root=ready)[1] == "- Old.\n"
    assert release("notes", "v0.3.0", root=ready)[0] == 1


def test_the_notes_of_this_version_have_every_entry() -> None:
    code, printed, _ = release("notes", TAG)
    section = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").partition(f"## {__version__} ")[2].partition("\n## ")[0]
    assert code == 0
    assert len(re.findall("^- ", printed, re.MULTILINE)) == len(re.findall("^- ", section, re.MULTILINE)) > 20
    assert not re.search(r"^ ", printed, re.MULTILINE)


def test_what_was_built_is_what_is_published(tmp_path: Path) -> None:
    names = [f"attio_scopes-{__version__}-py3-none-any.whl", f"attio_scopes-{__version__}.tar.gz"]
    for name in names:
        assert release("built", TAG, str(tmp_path))[0] == 1
        (tmp_path / name).write_bytes(b"")
    assert release("built", TAG, str(tmp_path)) == (0, "", "")
    (tmp_path / "attio_scopes-0.0.9.tar.gz").write_bytes(b"")
    assert "has attio_scopes-0.0.9.tar.gz as well" in release("built", TAG, str(tmp_path))[2]


@pytest.mark.parametrize("arguments", [[], ["ready"], ["publish", TAG]])
def test_wrong_usage(arguments: list[str]) -> None:
    assert release(*arguments)[0] == 2


# --- the workflows ------------------------------------------------------------------------------------------------


def test_every_action_is_pinned_by_commit() -> None:
    """With its version beside it, the same everywhere."""
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / ".github" / "workflows").glob("*.yml")]
    uses = [line for text in texts for line in re.findall(r"uses: (.*)", text)]
    assert len(uses) > 12
    assert [line for line in uses if not re.fullmatch(r"[\w.-]+/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []
    assert len(set(uses)) == len({line.partition("@")[0] for line in uses}), "one commit for each action"


def test_each_job_may_do_one_thing() -> None:
    for name in ("release", "docs"):
        assert WORKFLOWS[name]["permissions"] == {}, "nothing that a job does not ask for"
    rights = {name: job["permissions"] for name, job in JOBS.items()}
    assert rights == {
        "tests": {"contents": "read"},
        "build": {"contents": "read"},
        "attest": {"attestations": "write", "id-token": "write"},
        "publish": {"id-token": "write"},
        "page": {"contents": "write"},
    }
    checkouts = [name for name, job in JOBS.items() if any("actions/checkout@" in step.get("uses", "") for step in job["steps"])]
    assert checkouts == ["tests", "build"], "who may publish runs no code of the repository"
    assert "secrets." not in (ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")


def test_nothing_is_published_that_was_not_tested_and_attested() -> None:
    needs = {name: job.get("needs", []) for name, job in JOBS.items()}
    assert needs == {"tests": [], "build": "tests", "attest": "build", "publish": ["build", "attest"], "page": "publish"}
    assert WORKFLOWS["release"][True] == {"push": {"tags": ["v*"]}}  # YAML 1.1 reads `on` as true


def test_a_release_is_tested_with_what_ci_is_tested_with() -> None:
    (ci,) = WORKFLOWS["ci"]["jobs"].values()
    assert JOBS["tests"]["steps"] == ci["steps"]


@pytest.mark.builds
@pytest.mark.skipif(os.name != "posix", reason="NOT RUN: the steps are for a POSIX shell")
def test_the_steps_of_a_release(tmp_path: Path) -> None:
    """Those of the job `build` in a ready copy of the checkout, then those of `page` with what it left; GitHub's `gh` is a stand-in.

    The step that installs what is pinned is compared and not run: this environment is what it makes.
    """
    for module in ("build", "hatchling", "twine"):
        pytest.importorskip(module, reason=f"{module} is not installed (pip install '.[dev]'): no release was built")
    work = Path(shutil.copytree(ROOT, tmp_path / "work", symlinks=True, ignore=SOURCE_LEFT_OUT))
    make_ready(work)
    temporary, tools = tmp_path / "_temp", tmp_path / "bin"
    temporary.mkdir()
    tools.mkdir()
    gh = tools / "gh"
    gh.write_text('#!/bin/sh\nprintf "%s\\n" "$@" >"$RUNNER_TEMP/gh"\nprintf "%s\\n" "$GH_REPO" "$GH_TOKEN" >>"$RUNNER_TEMP/gh"\n')
    gh.chmod(0o755)
    context = {"github.ref_name": TAG, "github.server_url": "https://github.com", "github.repository": "acme/attio-scopes"}
    context["github.token"] = "ghs_t0ken"

    def told(given: dict[str, str]) -> dict[str, str]:
        return {name: re.sub(r"\$\{\{ (.*?) \}\}", lambda found: context[found[1]], value) for name, value in given.items()}

    path = os.pathsep.join([str(tools), str(Path(sys.executable).parent), OUTSIDE["PATH"]])
    ran = []
    for job in ("build", "page"):
        for step in JOBS[job]["steps"]:
            if step.get("name") == "install what is pinned":
                wanted = "python -I -m pip install --require-hashes --only-binary :all: --no-deps -r requirements/dev.txt\n"
                assert step["run"] == wanted
            elif "run" in step:
                environment = {**OUTSIDE, "PATH": path, "RUNNER_TEMP": str(temporary), "PIP_QUIET": "1", "CI": "true"}
                environment |= told({**JOBS[job].get("env", {}), **step.get("env", {})})
                done = subprocess.run([*BASH, step["run"]], cwd=work, env=environment, capture_output=True, text=True, check=False)
                assert done.returncode == 0, f"{step['name']}\n{done.stdout}{done.stderr}"
                ran.append(step["name"])
    assert ran == ["ready", "build", "check", "try the wheel", "notes", "release"]
    given = (temporary / "gh").read_text(encoding="utf-8").splitlines()
    files = [f"dist/attio_scopes-{__version__}-py3-none-any.whl", f"dist/attio_scopes-{__version__}.tar.gz"]
    assert given == [
        "release", "create", TAG, "--verify-tag", "--title", f"attio-scopes {__version__}", "--notes-file", "notes.md", *files,
        "acme/attio-scopes", "ghs_t0ken",
    ]  # fmt: skip
    assert (work / "notes.md").read_text(encoding="utf-8").startswith("### Added")


@pytest.mark.builds
def test_the_check_of_the_workflow_can_fail(tmp_path: Path) -> None:
    """twine refuses a wheel whose description its index could not show."""
    pytest.importorskip("twine", reason="twine is not installed (pip install '.[dev]')")
    import zipfile

    name = "attio_scopes-0.1.0"
    with zipfile.ZipFile(tmp_path / f"{name}-py3-none-any.whl", "w") as wheel:
        text = "Metadata-Version: 2.4\nName: attio-scopes\nVersion: 0.1.0\nDescription-Content-Type: text/x-rst\n\n``x\n====\n|y|\n"
        wheel.writestr(f"{name}.dist-info/METADATA", text)
        wheel.writestr(f"{name}.dist-info/WHEEL", "Wheel-Version: 1.0\nGenerator: x\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{name}.dist-info/RECORD", "")
    command = [sys.executable, "-I", "-m", "twine", "check", "--strict", str(tmp_path / f"{name}-py3-none-any.whl")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout + done.stderr
