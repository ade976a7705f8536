"""Hostile repositories: a linter runs in CI on strangers' pull requests. Each input here with its outcome."""

from __future__ import annotations

import errno
import json
import os
import re
import resource
import signal
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from attio_scopes.configure.documents import read_text, read_toml, read_yaml
from attio_scopes.directives import read_directives
from attio_scopes.discover import LARGEST, read
from attio_scopes.disk import write_text
from attio_scopes.model.config import Config
from attio_scopes.model.errors import UserError
from attio_scopes.model.source import SourceFile
from attio_scopes.pins import apply_pins
from attio_scopes.pipeline import Request, run
from attio_scopes.report.formats import FORMAT_NAMES, render_format
from attio_scopes.rule_files import load_manifest
from attio_scopes.suppress import suppress
from tests import made_calls
from tests.hostile import COMMAND, GOOD, SCOPES, calls, command, process, resolved

# --- nothing of it is imported or run --------------------------------------------------------------------------

EVIL = "import pathlib; pathlib.Path(__file__).with_name('executed-' + __name__.replace('.', '-')).write_text('')\n"
NAMES = [
    "conftest",
    "setup",
    "sitecustomize",
    "usercustomize",
    "click",
    "yaml",
    "libcst",
    "tomllib",
    "tomli",
    "pathspec",
    "attio_scopes_plugin",
    "noxfile",
    "plugin",
    "typing_extensions",
    "signal_",
    "main",
]
OTHERS = (
    '[build-system]\nrequires = []\nbuild-backend = "plugin"\nbackend-path = ["."]\n[tool.pytest.ini_options]\naddopts = "-p plugin"\n'
    '[tool.mypy]\nplugins = ["plugin.py"]\n[tool.hatch.version]\nsource = "code"\npath = "plugin.py"\n'
)


@pytest.mark.parametrize("start", [(COMMAND,), (sys.executable, "-m", "attio_scopes")], ids=["script", "module"])
def test_nothing_of_the_analysed_code_is_executed(tmp_path: Path, start: tuple[str, ...]) -> None:
    for name in NAMES:
        (tmp_path / f"{name}.py").write_text(EVIL + GOOD)
    (tmp_path / "pyproject.toml").write_text(OTHERS + SCOPES)
    done = process("check", "--include-tests", "--format", "json", ".", cwd=tmp_path, start=start)
    assert done.returncode == 1, done.stderr  # note:read alone is not all that GET /v2/notes needs
    report = json.loads(done.stdout)
    assert report["summary"]["calls"] == len(NAMES)
    assert not list(tmp_path.glob("executed-*"))


# --- folders that are no trees, files that are no files --------------------------------------------------------


def test_links_lead_nowhere(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.py").write_text(GOOD)
    root = tmp_path / "repository"
    root.mkdir()
    (root / "app.py").write_text(GOOD)
    (root / "loop").symlink_to(root, target_is_directory=True)
    (root / "self.py").symlink_to(root / "self.py")
    (root / "up").symlink_to(outside, target_is_directory=True)
    (root / "secret.py").symlink_to(outside / "secret.py")
    (root / "zero.py").symlink_to("/dev/zero")
    assert resolved(calls(root)) == ["app.py"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_pipes_devices_and_folders_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(GOOD)
    (tmp_path / "folder.py").mkdir()
    os.mkfifo(tmp_path / "pipe.py")
    assert resolved(calls(tmp_path)) == ["app.py"]
    for path in (str(tmp_path / "pipe.py"), "/dev/zero"):
        with pytest.raises(OSError, match="regular"):
            read(SourceFile("x.py", path))
    named = run(Request((str(tmp_path / "pipe.py"), str(tmp_path / "app.py")), verdict=False)).report
    assert [(f.code.id, f.message) for f in named.findings] == [("ATS901", "The file cannot be read: it is not a regular file.")]
    assert len(named.calls) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.parametrize("name", ["pyproject.toml", "attio-scopes.yaml"])
@pytest.mark.parametrize("kind", ["pipe", "folder"])
def test_a_configuration_that_is_no_file_does_not_hang(tmp_path: Path, name: str, kind: str) -> None:
    (tmp_path / "app.py").write_text(GOOD)
    os.mkfifo(tmp_path / name) if kind == "pipe" else (tmp_path / name).mkdir()
    done = command("calls", ".", cwd=tmp_path)
    assert done.returncode in (0, 2)
    assert "Traceback" not in done.stderr
    with pytest.raises(UserError, match="cannot be read"):
        read_text(str(tmp_path / name), name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.parametrize("kind", ["pipe", "device", "folder", "huge"])
def test_a_baseline_that_is_no_file_does_not_hang(tmp_path: Path, kind: str) -> None:
    """The configuration of the checked repository names it."""
    (tmp_path / "app.py").write_text(GOOD)
    name = "/dev/zero" if kind == "device" else "b.json"
    (tmp_path / "pyproject.toml").write_text(SCOPES + f'baseline = "{name}"\n')
    if kind == "pipe":
        os.mkfifo(tmp_path / name)
    elif kind == "folder":
        (tmp_path / name).mkdir()
    elif kind == "huge":
        with open(tmp_path / name, "wb") as stream:
            stream.truncate(10**11)
    for arguments in (("check", "."), ("baseline", "write", "--prune", ".")):
        done = command(*arguments, cwd=tmp_path)
        assert (done.returncode, "cannot be read" in done.stderr or "outside of the project" in done.stderr) == (2, True), done.stderr


def test_a_file_without_end_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(GOOD)
    with open(tmp_path / "sparse.py", "wb") as stream:
        stream.truncate(LARGEST * 100)
    report = calls(tmp_path)
    assert [(f.code.id, f.message) for f in report.findings] == [("ATS901", "The file cannot be read: it is longer than 32 MB.")]
    assert resolved(report) == ["app.py"]


def test_a_file_that_vanishes_or_may_not_be_read_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("app.py", "gone.py", "mine.py"):
        (tmp_path / name).write_text(GOOD)

    def failing(path: str, most: int) -> bytes:
        if path.endswith("gone.py"):
            raise FileNotFoundError(errno.ENOENT, "No such file or directory", path)
        if path.endswith("mine.py"):
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return Path(path).read_bytes()

    monkeypatch.setattr("attio_scopes.discover.read_regular", failing)
    report = calls(tmp_path)
    assert [(f.place.path, f.message) for f in report.findings] == [
        ("gone.py", "The file cannot be read: No such file or directory."),
        ("mine.py", "The file cannot be read: Permission denied."),
    ]
    assert resolved(report) == ["app.py"]


def test_one_file_too_deep_leaves_the_rest(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(GOOD)
    (tmp_path / "deep.py").write_text("# attio\nx = " + "-" * 100_000 + "1\n")
    (tmp_path / "long.py").write_text("# attio\nx = '" + "a" * 1_000_000 + "'\n" + GOOD)
    report = calls(tmp_path)
    assert [(f.code.id, f.place.path, f.place.line) for f in report.findings] == [("ATS901", "deep.py", 2)]
    assert resolved(report) == ["app.py", "long.py"]


def test_packages_inside_one_another(tmp_path: Path) -> None:
    folder = tmp_path.joinpath(*["p"] * 300)
    folder.mkdir(parents=True)
    (folder / "app.py").write_text(GOOD)
    assert len(resolved(calls(tmp_path))) == 1


# --- configuration and manifest --------------------------------------------------------------------------------

LAUGHS = "a: &a [x, x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
YAML = {
    "laughs": LAUGHS,
    "cycle": "a: &a [*a]\n",
    "merge": "a: &a {b: 1}\nc: {<<: *a}\n",
    "tag": "a: !!python/object/apply:os.system [x]\n",
    "flow": "[" * 100_000,
    "flow closed": "[" * 900 + "]" * 900,
    "mappings": "{a: " * 20_000,
    "blocks": "".join(" " * i + "a:\n" for i in range(600)),
    "dashes": "- " * 20_000,
    "question marks": "? " * 20_000,
}


@pytest.mark.parametrize("name", YAML)
def test_yaml_bombs_are_refused_in_bounded_time(name: str) -> None:
    started = time.perf_counter()
    with pytest.raises(UserError):
        read_yaml(YAML[name], "attio-scopes.yaml")
    assert time.perf_counter() - started < 5


TOML = {
    "arrays": "a = " + "[" * 100_000,
    "tables": "a = " + "{a = " * 5_000,
    "parts": "a" + ".a" * 50_000 + " = 1",
    "header": "[" + "a." * 50_000 + "a]",
    "quoted parts": '"a"' + ' . "a"' * 50_000 + " = 1",
    "number": "a = " + "9" * 100_000,
}


@pytest.mark.parametrize("name", TOML)
def test_toml_bombs_are_refused_in_bounded_time(name: str) -> None:
    started = time.perf_counter()
    with pytest.raises(UserError, match=r"pyproject\.toml"):
        read_toml(TOML[name], "pyproject.toml")
    assert time.perf_counter() - started < 5


# --- names and texts that want to be something else ------------------------------------------------------------

INJECTIONS = [
    "a\n::error::pwned",
    "b\r##vso[task.complete result=Succeeded]x",
    "c\x1b]0;t\x07\x1b[31mred",
    "d%0A::warning::x",
    "e<script>alert(1)</script>",
    "f|`x`|<img src=x onerror=alert(1)>",
    "g\u202egpj",
    "h @everyone #1 [x](javascript:alert)",
    "i\"'&]]>",
    "j\udcff",
]
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]")
COMMANDS = re.compile(r"^\s*(?:::error::pwned|##vso\[task\.complete|::warning::x)", re.MULTILINE)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository whose file names, functions' URLs, comments and configured reasons are all attacks."""
    root = tmp_path_factory.mktemp("hostile")
    for number, name in enumerate(INJECTIONS):
        text = name.encode("utf-8", "replace").decode()
        file = root / f"{name.replace('/', '⁄')}.py"
        source = (
            GOOD + f"requests.post('https://api.attio.com/v2/' + {text!r})\nrequests.post({'https://api.attio.com/v2/notes/' + text!r})\n"
        )
        source += f"requests.get('https://api.attio.com/v2/tasks')  # attio-scopes: ignore[{text.splitlines()[0]}] {text.splitlines()[0]}\n"
        source += "raise = 'attio'\n" if number == 0 else ""
        file.write_bytes(source.encode("utf-8", "surrogatepass"))
    reason = json.dumps("<b>\x1b[31m\n::error::pwned @all")
    (root / "pyproject.toml").write_text(SCOPES + f'[tool.attio-scopes.reasons]\n"note:read" = {reason}\n', encoding="utf-8")
    return root


def assert_harmless(text: str, what: str) -> None:
    found = STEERING.search(text)
    assert found is None, (what, text[max(0, found.start() - 80) : found.end() + 20])
    assert not COMMANDS.search(text), what


def assert_plain_markdown(text: str) -> None:
    """Outside of code, where GitHub and GitLab read nothing into a text, there is no element, link or mention of theirs."""
    cmarkgfm = pytest.importorskip("cmarkgfm")
    shown = cmarkgfm.github_flavored_markdown_to_html(text)
    outside = re.sub(r"<code>.*?</code>|<pre.*?</pre>", "", shown, flags=re.DOTALL)
    assert not re.search(r"<(?:script|img)|href=.javascript|@everyone", outside)


@pytest.mark.parametrize("name", FORMAT_NAMES)
def test_no_format_lets_hostile_names_out(hostile: Path, name: str) -> None:
    done = command("check", "--format", name, ".", cwd=hostile)
    assert done.returncode == 1, done.stderr
    assert_harmless(done.stdout + done.stderr, name)
    assert len(done.stdout) > 1_000
    if name in ("json", "sarif", "gitlab", "rdjson"):
        json.loads(done.stdout)
    elif name == "jsonl":
        assert all(isinstance(json.loads(line), dict) for line in done.stdout.splitlines())
    elif name == "junit":
        ElementTree.fromstring(done.stdout)
    elif name == "markdown":
        assert_plain_markdown(done.stdout)


@pytest.mark.parametrize(
    "arguments",
    [
        ("calls", "."),
        ("scopes", "."),
        ("scopes", ".", "--format", "toml"),
        ("report", "."),
        ("report", ".", "--format", "html"),
        ("report", ".", "--format", "markdown"),
        ("init", "--dry-run", "."),
    ],
    ids=" ".join,
)
def test_no_command_lets_hostile_names_out(hostile: Path, arguments: tuple[str, ...]) -> None:
    done = command(*arguments, cwd=hostile)
    assert done.returncode in (0, 1, 2), done.stderr
    assert "Traceback" not in done.stderr
    assert_harmless(done.stdout + done.stderr, " ".join(arguments))
    if "html" in arguments:
        assert not re.search(r"<script>alert|<img src=x", done.stdout)
    elif "markdown" in arguments:
        assert_plain_markdown(done.stdout)


MESSAGES: dict[str, tuple[tuple[str, ...], str]] = {
    "path": (("check", "x\n::error::pwned\x1b[31m"), SCOPES),
    "command": (("x\n::error::pwned\x1b[31m",), SCOPES),
    "option": (("check", "--x\n::error::pwned\x1b[31m"), SCOPES),
    "format": (("check", "--format", "x\n::error::pwned\x1b[31m", "."), SCOPES),
    "configuration file": (("check", "--config", "x\n::error::pwned\x1b[31m", "."), SCOPES),
    "manifest": (("check", "--manifest", "x\n::error::pwned\x1b[31m", "."), SCOPES),
    "baseline": (("check", "--baseline", "x\n::error::pwned\x1b[31m", "."), SCOPES),
    "output": (("check", "--output", "missing/\0x\n::error::pwned\x1b[31m", "."), SCOPES),
    "key": (("check", "."), '[tool.attio-scopes]\n"x\\n::error::pwned\\u001b[31m" = 1\n'),
    "scope": (("check", "."), '[tool.attio-scopes]\nscopes = ["x\\n::error::pwned\\u001b[31m"]\n'),
    "token": (("check", "."), '[tool.attio-scopes.tokens."x\\n::error::pwned\\u001b[31m"]\nscope = []\n'),
    "glob": (
        ("check", "."),
        SCOPES + 'exclude = ["x\\n::error::pwned\\u001b[31m", "!"]\nseverities = {"\\n::error::pwned\\u001b" = "x"}\n',
    ),
    "toml": (("check", "."), "[tool.attio-scopes]\n\x1b[31m = 1\n"),
    "explain": (("explain", "x\n::error::pwned\x1b[31m"), SCOPES),
    "show": (("manifest", "show", "x\n::error::pwned\x1b[31m"), SCOPES),
}


@pytest.mark.parametrize("name", MESSAGES)
def test_error_messages_are_harmless(tmp_path: Path, name: str) -> None:
    arguments, config = MESSAGES[name]
    (tmp_path / "app.py").write_text(GOOD)
    (tmp_path / "pyproject.toml").write_text(config)
    if any("\0" in argument for argument in arguments):
        arguments = tuple(argument.replace("\0", "") for argument in arguments)
        (tmp_path / "missing").write_text("")
    done = command(*arguments, cwd=tmp_path)
    assert done.returncode == 2, (done.returncode, done.stdout, done.stderr)
    assert "Traceback" not in done.stderr
    assert_harmless(done.stdout + done.stderr, name)


# --- the machine's limits --------------------------------------------------------------------------------------


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
def test_a_full_disk_is_never_success(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(GOOD)
    with open("/dev/full", "w") as full:
        done = subprocess.run([COMMAND, "calls", "."], cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, "No space left" in done.stderr) == (3, True)
    done = command("calls", ".", "--output", "/dev/full", cwd=tmp_path)
    assert (done.returncode, "/dev/full" in done.stderr) == (2, True)
    assert not os.path.isfile("/dev/full")


def test_a_report_that_does_not_fit_leaves_the_old_one(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(GOOD * 50)
    (tmp_path / "out.json").write_text("old")
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4_096, 4_096))  # noqa: E731 - said where it is used
    done = process("calls", ".", "--format", "json", "--output", "out.json", cwd=tmp_path, preexec_fn=limit)
    assert (done.returncode, "out.json: cannot be written: File too large" in done.stderr) == (2, True), done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["app.py", "out.json"]
    assert (tmp_path / "out.json").read_text() == "old"


def test_a_pipe_or_device_is_written_to_and_stays_one(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(GOOD)
    done = process("calls", ".", "--format", "json", "--output", "/dev/stdout", cwd=tmp_path)
    assert json.loads(done.stdout)["summary"]["calls"] == 1
    write_text(Path("/dev/null"), "x")
    assert not os.path.isfile("/dev/null")


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="closes file descriptors in a shell")
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
def test_a_stream_that_is_closed_is_like_one_that_nobody_reads(tmp_path: Path, closed: str) -> None:
    (tmp_path / "app.py").write_text(GOOD)
    (tmp_path / "pyproject.toml").write_text(SCOPES)
    (tmp_path / "good").mkdir()
    (tmp_path / "good" / "plain.py").write_text("attio = 1\n")
    every = (("check .", 1), ("check nothing", 2), ("check good", 0), ("--help", 0), ("check . --output out.txt", 1))
    for arguments, code in every if len(closed) > 4 else every[-1:]:
        done = process("-c", f'"$0" {arguments} {closed}', COMMAND, cwd=tmp_path, start=("sh",))
        assert (done.returncode, "defect" in done.stderr) == (code, False), (arguments, done.stderr)
    # Nothing that was said on a closed stream landed in a file that took over its number.
    assert (tmp_path / "out.txt").read_text().startswith("app.py:2:1: error ATS001")


@pytest.mark.slow
def test_a_reader_that_goes_away_changes_no_exit_code(tmp_path: Path) -> None:
    (tmp_path / f"{'a' * 200}.py").write_text(GOOD * 400)  # more than a pipe holds
    process = subprocess.Popen([COMMAND, "calls", "."], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    with process.stderr:
        assert process.stderr.read() == b""
    assert process.wait(30) == 0


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupted_run_leaves_nothing_behind(tmp_path: Path, number: signal.Signals, code: int) -> None:
    (tmp_path / "app.py").write_text(GOOD)
    (tmp_path / "out.json").write_text("old")
    program = (
        "import os, signal, sys\n"
        "from attio_scopes import disk\n"
        "real = os.chmod\n"
        "def chmod(*args):\n"
        f"    os.kill(os.getpid(), {int(number)})\n"
        "    real(*args)\n"
        "disk.os.chmod = chmod\n"
        "from attio_scopes.cli import main\n"
        "main(['calls', '.', '--format', 'json', '--output', 'out.json'])\n"
    )
    done = process("-c", program, cwd=tmp_path, start=(sys.executable,))
    assert done.returncode == code, done.stderr
    assert done.stderr.strip() == {130: "interrupted", 143: "terminated"}[code]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["app.py", "out.json"]
    assert (tmp_path / "out.json").read_text() == "old"


SLOW = """
import time
from attio_scopes import parsing
real, many = parsing.outline_of, parsing._of_all
def slow(path, data, says):
    open(path + '.started', 'w').close()
    time.sleep(30)
    return real(path, data, says)
parsing.outline_of = slow
parsing._of_all = lambda function, files, jobs, least: many(function, files, jobs, 1)
from attio_scopes.cli import main
main(['calls', '.', '--no-cache', '--jobs', '2'])
"""


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="changes a function before the processes are forked")
def test_an_interrupt_while_processes_work_ends_them_all(tmp_path: Path) -> None:
    """Ctrl-C reaches every process of the terminal's group: one word, no traceback of any of them, and none that lives on."""
    for name in ("a.py", "b.py", "c.py"):
        (tmp_path / name).write_text(GOOD)
    process = subprocess.Popen(
        [sys.executable, "-c", SLOW], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    deadline = time.monotonic() + 30
    while len(list(tmp_path.glob("*.started"))) < 2 and time.monotonic() < deadline and process.poll() is None:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    printed, said = process.communicate(timeout=20)  # the pipes are closed only when every process has ended
    assert (process.returncode, printed, said.strip()) == (130, "", "interrupted")


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_cache_that_cannot_be_written_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / "app.py").write_text(GOOD)
    monkeypatch.setenv("ATTIO_SCOPES_CACHE_DIR", str(tmp_path / "cache"))

    def failing(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("attio_scopes.cache.store.os.replace", failing)
    report = run(Request((str(tmp_path / "project"),), verdict=False, cache=True)).report
    assert resolved(report) == ["app.py"]
    assert [path.name for path in (tmp_path / "cache" / "v1").rglob("*") if path.is_file()] == []


def test_an_interrupt_while_the_cache_is_written_leaves_nothing_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / "app.py").write_text(GOOD)
    monkeypatch.setenv("ATTIO_SCOPES_CACHE_DIR", str(tmp_path / "cache"))

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("attio_scopes.cache.store.os.replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        run(Request((str(tmp_path / "project"),), verdict=False, cache=True))
    assert [path.name for path in (tmp_path / "cache" / "v1").rglob("*") if path.is_file()] == []


@pytest.mark.parametrize(
    "later", [b"", b"x = (\n", b"\x00\xff", GOOD.encode() * 3, None], ids=["empty", "broken", "binary", "longer", "gone"]
)
def test_a_file_that_changes_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, later: bytes | None) -> None:
    """Searched at first, read again to be parsed: each time it may say something else. The rest is reported in any case."""
    (tmp_path / "app.py").write_text(GOOD)
    (tmp_path / "changing.py").write_text(GOOD)
    reads: list[str] = []

    def changing(path: str, most: int) -> bytes:
        reads.append(path)
        if path.endswith("changing.py") and reads.count(path) > 1:
            if later is None:
                raise FileNotFoundError(errno.ENOENT, "No such file or directory", path)
            return later
        return Path(path).read_bytes()

    monkeypatch.setattr("attio_scopes.discover.read_regular", changing)
    monkeypatch.setattr("attio_scopes.reading.MOST_KEPT", 0)
    report = calls(tmp_path)
    assert sum(path.endswith("changing.py") for path in reads) > 1, "it is read once: nothing changes in between"
    assert "app.py" in resolved(report)
    assert {finding.code.id for finding in report.findings} <= {"ATS901"}
    assert resolved(report).count("changing.py") == (3 if later is not None and len(later) > 20 else 0)


@pytest.mark.slow
def test_a_line_of_ten_megabytes(tmp_path: Path) -> None:
    """Of one text it is read; of a million statements it is too large to parse, and that is said at once."""
    (tmp_path / "app.py").write_text(GOOD)
    (tmp_path / "text.py").write_text("# attio\nx = '" + "a" * 10_000_000 + "'\n" + GOOD)
    (tmp_path / "statements.py").write_text("# attio\n" + "x=1;" * 2_500_000 + "\n" + GOOD)
    (tmp_path / "comment.py").write_text("# attio " + "\x1b[31m" * 2_000_000 + "\n" + GOOD)
    started = time.perf_counter()
    report = calls(tmp_path)
    assert time.perf_counter() - started < 20
    assert [(f.code.id, f.place.path, f.place.line) for f in report.findings] == [("ATS901", "statements.py", 2)]
    assert "too large to parse in bounded time" in report.findings[0].message
    assert resolved(report) == ["app.py", "comment.py", "text.py"]


@pytest.mark.slow
def test_comments_for_us_without_end(tmp_path: Path) -> None:
    """Of nothing but comments that are looked at; a block of them is passed once, not once for each."""
    (tmp_path / "app.py").write_text(GOOD)
    (tmp_path / "comments.py").write_text(
        "import attio  # attio-scopes: ignroe[ATS001] " + "x" * 200 + "\n" + "# attio-scopes: ignore[\n" * 20_000
    )
    (tmp_path / "large.py").write_text("x = [1, 2, 3]  # attio-scopes: ignore\n" * 4_000)
    started = time.perf_counter()
    report = calls(tmp_path)
    assert time.perf_counter() - started < 20
    assert resolved(report) == ["app.py"]


MANY = 5_000
"""Comments and calls in one file; where each is compared with each, that takes ten seconds."""
PER_CALL = {"an ignore": "x()  # attio-scopes: ignore[ATS003]\n", "a pin": "x()  # attio-scopes: endpoint POST /v2/notes\n"}


@pytest.mark.parametrize("name", PER_CALL)
def test_very_many_comments_and_calls_in_one_file(name: str) -> None:
    comments = {"app.py": read_directives(PER_CALL[name] * MANY)}
    started = time.perf_counter()
    pinned = apply_pins([made_calls.unresolved(line) for line in range(1, MANY + 1)], comments, load_manifest()).calls
    assert {call.pinned for call in pinned} == {name == "a pin"}
    missing = made_calls.report(*((made_calls.resolved(line), "missing") for line in range(1, MANY + 1)))
    report = suppress(missing, comments, Config())
    assert len(report.findings) == (MANY if name == "a pin" else 2 * MANY)  # each comment is for another code
    assert time.perf_counter() - started < 5


def test_a_contract_for_each_of_very_many_functions() -> None:
    text = "def f{0}():  # attio-scopes: requires note:read-write\n    x()\n"
    comments = {"app.py": read_directives("".join(text.format(number) for number in range(MANY)))}
    calls = [made_calls.unresolved(2 * number + 2, function=f"f{number}") for number in range(MANY)]
    started = time.perf_counter()
    settled = apply_pins(calls, comments, load_manifest()).calls
    assert time.perf_counter() - started < 5
    assert {call.status.value for call in settled} == {"resolved"}


@pytest.mark.slow
@pytest.mark.parametrize("form", [name for name in FORMAT_NAMES if name != "json"])
def test_very_many_findings_in_one_file(form: str) -> None:
    """No finding splits the whole file anew."""
    report = made_calls.report(*((made_calls.resolved(line), "missing") for line in range(1, MANY + 1)))
    started = time.perf_counter()
    text = render_format(form, report.with_findings(report.findings, ()), {"app.py": "x()\n" * MANY})
    assert time.perf_counter() - started < 5
    assert f"{MANY}" in text
