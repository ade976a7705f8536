"""The cache: the same report from it, nothing taken from what changed, is broken or is somebody else's; and where it is, and `clean`."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from typing import Any

import pytest
from click.testing import CliRunner

from attio_scopes.cache.codec import Unstorable, decode, encode
from attio_scopes.cache.place import cache_place
from attio_scopes.cache.signature import signature
from attio_scopes.cache.store import Store, prune
from attio_scopes.cli import main
from attio_scopes.model import facts as f
from attio_scopes.parsing import facts_of
from attio_scopes.pipeline import Request, run
from attio_scopes.reading import Reading

CLIENT = 'import requests\n\n\ndef send(path):\n    return requests.get("https://api.attio.com/v2" + path)  # attio-scopes: ignore why\n'


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose files are old enough to be trusted, and a cache of its own."""
    monkeypatch.setenv("ATTIO_SCOPES_CACHE_DIR", str(tmp_path / "cache"))
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "http.py").write_text(CLIENT, encoding="utf-8")
    (folder / "jobs.py").write_text('from http import send\n\nsend("/objects")\n', encoding="utf-8")
    (folder / "job.py").write_text('from .http import send\n\nsend("/lists")\n', encoding="utf-8")
    # The inode's time of change cannot be set: the clock of the run is set forward instead.
    monkeypatch.setattr("attio_scopes.cache.signature.now", lambda: time.time_ns() + 10_000_000_000)
    return folder


def calls(project: Path, *more: str) -> str:
    result = CliRunner().invoke(main, ["calls", str(project), "--format", "json", *more], catch_exceptions=False)
    assert result.exit_code in (0, 1), result.output
    return result.stdout


def parsed(project: Path, monkeypatch: pytest.MonkeyPatch, *more: str) -> list[str]:
    """The files that a run parses."""
    seen: list[str] = []

    def noting(path: str, data: bytes, above: int = 0) -> object:
        seen.append(path)
        return facts_of(path, data, above)

    monkeypatch.setattr("attio_scopes.parsing.facts_of", noting)
    calls(project, *more)
    return seen


def test_a_second_run_parses_nothing_and_says_the_same(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = calls(project)
    assert first.count('"status": "resolved"') == 2
    assert parsed(project, monkeypatch) == []
    assert calls(project) == first == calls(project, "--no-cache")


def test_a_file_that_does_not_say_attio_is_parsed_only_when_somebody_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "client.py").write_text(
        'import requests\nfrom names import KIND\n\n\ndef send():\n    requests.get("https://api.attio.com/v2/" + KIND)\n', encoding="utf-8"
    )
    (tmp_path / "names.py").write_text('KIND = "notes"\n', encoding="utf-8")
    (tmp_path / "job.py").write_text("import client\n\n\ndef work():\n    client.send()\n", encoding="utf-8")
    (tmp_path / "other.py").write_text("import client\n\nCLIENT = client\n", encoding="utf-8")
    assert parsed(tmp_path, monkeypatch, "--no-cache") == ["client.py", "names.py"]


def test_only_what_changed_is_parsed(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls(project)
    (project / "job.py").write_text('from .http import send\n\nsend("/notes")\n', encoding="utf-8")
    assert parsed(project, monkeypatch) == ["job.py"]
    assert "/v2/notes" in calls(project)
    assert "/v2/lists" not in calls(project)


@pytest.fixture
def evaluations(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Grows by one entry for each run that evaluates something."""
    from attio_scopes import evaluation

    seen: list[str] = []
    original = evaluation.evaluated

    def noting(reading: Reading, *rest: Any, **more: Any) -> object:
        seen.append(" ".join(reading.chosen))
        return original(reading, *rest, **more)

    monkeypatch.setattr(evaluation, "evaluated", noting)
    return seen


def test_an_edit_of_what_no_call_depends_on_evaluates_nothing(project: Path, evaluations: list[str]) -> None:
    (project / "other.py").write_text("def other():\n    return 1\n", encoding="utf-8")
    first = calls(project)
    (project / "other.py").write_text("def other():\n    return 22\n", encoding="utf-8")
    (project / "jobs.py").touch()
    assert calls(project) == first
    assert len(evaluations) == 1
    assert calls(project) == first
    assert calls(project, "--no-cache") == first


def test_content_in_place_of_the_disk_uses_what_is_known(project: Path, evaluations: list[str]) -> None:
    calls(project)
    job = str(project / "job.py")
    run(Request((str(project),), verdict=False, cache=True, contents=((job, (project / "job.py").read_bytes()),)))
    assert len(evaluations) == 1
    found = run(Request((str(project),), verdict=False, cache=True, contents=((job, b'from .http import send\n\nsend("/notes")\n'),)))
    assert len(evaluations) == 2
    assert sorted(match.endpoint.path for judged in found.report.calls for match in judged.call.matches) == ["/v2/notes", "/v2/objects"]


def test_an_edit_is_seen_wherever_a_call_depends_on_it(project: Path) -> None:
    """Each edit by itself: of a file that matters, of one that only an import leads to, of one that begins to matter, of a comment."""
    (project / "other.py").write_text("x = 1\n", encoding="utf-8")
    (project / "names.py").write_text('KIND = "tasks"\n', encoding="utf-8")
    (project / "job.py").write_text("from http import send\nimport names\n\nsend('/' + names.KIND)\n", encoding="utf-8")
    assert "/v2/tasks" in calls(project)
    for name, text, says in (
        ("names.py", 'KIND = "notes"\n', "/v2/notes"),
        ("other.py", "from http import send\n\nsend('/meetings')\n", "/v2/meetings"),
        ("other.py", "import requests\n\nrequests.get('https://api.attio.com/v2/self')\n", "/v2/self"),
        ("http.py", CLIENT.replace("get", "delete"), '"DELETE"'),
    ):
        (project / name).write_text(text, encoding="utf-8")
        found = calls(project)
        assert says in found
        assert found == calls(project, "--no-cache")
    (project / "new.py").write_text("from http import send\n\nsend('/webhooks')\n", encoding="utf-8")
    assert "/v2/webhooks" in calls(project)
    (project / "new.py").unlink()
    assert "/v2/webhooks" not in calls(project)


_TEXTS = {
    "http.py": [CLIENT, CLIENT.replace("get", "post"), "import names\n" + CLIENT.replace('"https', "names.HOST + '/v2' + path or \"https")],
    "names.py": ['KIND = "tasks"\n', 'KIND = "notes"\nHOST = "https://api.attio.com"\n', "KIND = str()\n", "import job\nKIND = 'self'\n"],
    "job.py": ["import names\nfrom http import send\nsend('/' + names.KIND)\n", "x = 1\n", "def f():\n    return '/lists'\n"],
    "other.py": ["y = 2\n", "import job\njob.send('/meetings')\n", "import job\nfrom http import send\nsend(job.f())\n", "def broken(:\n"],
    "jobs.py": [
        "from http import send\nsend('/objects')\n",
        "import importlib\nimportlib.import_module('job').send('/a')\n",
        "z = 3  # attio\n",
    ],
}


@pytest.mark.parametrize("seed", range(3))
def test_any_run_of_edits_says_what_a_run_without_the_cache_says(project: Path, seed: int) -> None:
    chance = Random(seed)
    for name, texts in _TEXTS.items():
        (project / name).write_text(texts[0], encoding="utf-8")
    for _ in range(14):
        name = chance.choice(list(_TEXTS))
        text = chance.choice(_TEXTS[name])
        if text == "x = 1\n" and chance.random() < 0.3:
            (project / name).unlink(missing_ok=True)
        else:
            (project / name).write_text(text, encoding="utf-8")
        assert calls(project) == calls(project, "--no-cache"), (name, text)


def test_a_change_that_keeps_size_and_time_is_seen(project: Path) -> None:
    calls(project)
    job = project / "job.py"
    before = job.stat()
    job.write_text(job.read_text(encoding="utf-8").replace("/lists", "/notes"), encoding="utf-8")
    os.utime(job, ns=(before.st_atime_ns, before.st_mtime_ns))
    if os.name == "posix":  # elsewhere there is no time of the inode's change
        assert "/v2/notes" in calls(project)


def test_a_file_of_the_last_seconds_is_not_trusted(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("attio_scopes.cache.signature.now", time.time_ns)
    calls(project)
    (project / "job.py").write_text('from .http import send\n\nsend("/notes")\n', encoding="utf-8")
    assert "/v2/notes" in calls(project)


@pytest.mark.parametrize("damage", [b"", b"\x80\x04.", b"{", b"0" * 32 + b"\n[0]", pickle.dumps({"a": 1})])
def test_broken_entries_are_ignored_and_replaced(project: Path, damage: bytes) -> None:
    first = calls(project)
    entries = [path for path in (project.parent / "cache" / "v1").rglob("*") if path.is_file()]
    assert len(entries) >= 3
    for entry in entries:
        entry.write_bytes(damage)
    assert calls(project) == first
    assert all(entry.read_bytes() != damage for entry in entries if "files" not in entry.parts and "runs" in entry.parts)


INDEXES = [
    '{"files": {"job.py": ["{signature}", 1, 0, [5]]}, "statements": ["import x"]}',
    '{"files": {"job.py": ["{signature}", 1, 0, [-1]]}, "statements": ["import x"]}',
    '{"files": {"job.py": ["{signature}", 1, 0, ["0"]]}, "statements": ["import x"]}',
    '{"files": {"job.py": ["{signature}", 1, 0, 0]}, "statements": []}',
    '{"files": {"job.py": ["{signature}", 1, 0]}, "statements": []}',
    '{"files": {"job.py": ["{signature}"]}, "statements": []}',
    '{"files": {"job.py": ["{signature}", "no"]}, "statements": []}',
    '{"files": {"job.py": []}, "statements": []}',
    '{"files": {"job.py": 7}, "statements": []}',
    '{"files": {"job.py": {}}, "statements": []}',
    '{"files": [], "statements": []}',
    '{"files": {}, "statements": [1]}',
    '{"files": {}, "statements": 7}',
    '{"files": {}, "statements": ["\\ud800"]}',
    "[]",
    "7",
]


@pytest.mark.parametrize("index", INDEXES)
def test_an_index_of_another_shape_is_ignored_and_replaced(project: Path, monkeypatch: pytest.MonkeyPatch, index: str) -> None:
    """Whole, with a right checksum, and not what this version writes."""
    first = calls(project)
    (file,) = (path for path in (project.parent / "cache" / "v1" / "files").rglob("*") if path.is_file())
    folder, name = file.parent.name, file.name
    body = index.replace("{signature}", signature(str(project / "job.py"), time.time_ns() + 10_000_000_000)).encode()
    Store(str(project.parent / "cache")).put("files", folder + name, body)
    (project / "more.py").write_text("import requests\n", encoding="utf-8")  # so that the index is asked at all, and written
    monkeypatch.setattr("attio_scopes.memory.StoredMemory.resolved", lambda self: None)
    assert calls(project) == first.replace('"files": 3', '"files": 4')
    assert file.read_bytes().partition(b"\n")[2] != body


def test_a_folder_that_is_not_ours_is_neither_used_nor_removed(project: Path) -> None:
    foreign = project.parent / "cache"
    foreign.mkdir()
    (foreign / "precious").write_text("x", encoding="utf-8")
    calls(project)
    assert [path.name for path in foreign.iterdir()] == ["precious"]
    result = CliRunner().invoke(main, ["clean"])
    assert result.exit_code == 2
    assert "nothing was removed" in result.output
    assert (foreign / "precious").exists()


def test_clean_removes_the_cache_and_says_so(project: Path) -> None:
    calls(project)
    assert (project.parent / "cache" / "CACHEDIR.TAG").exists()
    result = CliRunner().invoke(main, ["clean"])
    assert result.exit_code == 0
    assert not (project.parent / "cache").exists()
    assert "no cache" in CliRunner().invoke(main, ["clean"]).output


def test_no_cache_writes_nothing(project: Path) -> None:
    calls(project, "--no-cache")
    assert not (project.parent / "cache").exists()


def test_the_oldest_entries_go_first(tmp_path: Path) -> None:
    store = Store(str(tmp_path / "cache"))
    for number in range(4):
        store.put("facts", f"{number}" * 40, b"x" * 1000)
        os.utime(tmp_path / "cache" / "v1" / "facts" / (f"{number}" * 2) / (f"{number}" * 38), (number, number))
    prune(str(tmp_path / "cache"), 2500)
    assert [store.get("facts", f"{number}" * 40) is not None for number in range(4)] == [False, False, True, True]


def test_where_it_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("ATTIO_SCOPES_CACHE_DIR")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    if sys.platform.startswith("linux"):
        assert cache_place().folder == str(tmp_path / "attio-scopes")


def test_facts_survive_the_codec() -> None:
    source = Path(__file__).read_bytes() + b"\nx = b'\\xff' + 1e400 + -0.0 + 10**3\ny = '\\ud800'\n"
    found = facts_of("x.py", source)
    assert isinstance(found, f.ModuleFacts)
    assert decode(encode((found,)), facts=True) == (found,)


@pytest.mark.parametrize("text", ["[99]", '{"a":1}', "[4]", "[2,1]", "[3,9]", "[" * 5000])
def test_the_codec_gives_nothing_but_facts(text: str) -> None:
    with pytest.raises(Unstorable):
        decode(text, facts=True)


def test_a_project_without_attio_never_imports_libcst(tmp_path: Path) -> None:
    (tmp_path / "main.py").write_text("import os\nprint(os)\n", encoding="utf-8")
    code = (
        "import sys\nfrom attio_scopes.pipeline import Request, run\n"
        f"run(Request(({str(tmp_path)!r},), verdict=False))\nprint('libcst' in sys.modules, 'click' in sys.modules)\n"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.split() == ["False", "False"]


@pytest.mark.parametrize("arguments", [["--version"], ["--help"]])
def test_version_and_help_load_no_command(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom attio_scopes.cli import main\ntry:\n    main()\nfinally:\n"
        "    print(sorted(n for n in sys.modules if n.startswith(('attio_scopes.', 'libcst', 'yaml'))), file=sys.stderr)\n"
    )
    result = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    assert result.stdout
    loaded = result.stderr
    assert "libcst" not in loaded
    assert "pipeline" not in loaded
    assert "rule_files" not in loaded
    assert "attio_scopes.cli.check" not in loaded
