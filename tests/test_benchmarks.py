"""What the benchmarks are made of: trees and programs that are what they say, reports that are judged, runs that are ended.

No figure is looked at here: how long something takes depends on the machine.
"""

from __future__ import annotations

import ast
import json
import os
import re
import sys
from pathlib import Path

import pytest

from attio_scopes.pipeline import Request, run
from benchmarks import bars
from benchmarks.__main__ import main
from benchmarks.application import NAME, PLANTED, Application, plant
from benchmarks.integration import Installed
from benchmarks.made_framework import made_framework
from benchmarks.measure import Limits, Ran, least, once, reference
from benchmarks.outcome import Row, table
from benchmarks.programs import LARGE, STAGES, USED, Program
from benchmarks.report import Reported, annotated, differences, judged, read_report
from benchmarks.settings import Tool
from benchmarks.survey import survey
from benchmarks.trees import JOB, JOB_CALLS

LIMITS = Limits(seconds=60)


def found(folder: Path) -> dict[tuple[str, int], str]:
    """What is reported on a folder: place of each call, with its endpoints or its status."""
    judged_calls = run(Request((str(folder),), verdict=False, jobs=1)).report.calls
    calls = [each.call for each in judged_calls]
    return {
        (call.site.place.path, call.site.place.line): ", ".join(match.endpoint.key for match in call.matches) or call.status.value
        for call in calls
    }


# --- The application ---------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Application:
    folder = tmp_path_factory.mktemp("application")
    made_framework(folder / "site", 12)
    (folder / "site" / "made" / "tests").mkdir()
    (folder / "site" / "made" / "tests" / "test_parts.py").write_text("from made.core.base import Part\n", encoding="utf-8")
    (folder / "site" / "made" / "old_crm.py").write_text("# For Attio.\nfrom made.core.base import Part\n", encoding="utf-8")
    return plant(folder / "site", ("made",), folder / "trees")


def test_ten_files_say_attio_and_all_of_the_framework_is_there(planted: Application) -> None:
    integration = planted.tree / "made" / NAME
    assert len(list(integration.glob("*.py"))) == 10
    saying = {path for path in planted.tree.rglob("*.py") if b"attio" in path.read_bytes().lower()}
    assert saying == {*integration.glob("*.py"), planted.offer.importers[2]}  # the third of those that import it says what it imports
    assert len(list((planted.tree / "made" / "parts").glob("p*.py"))) == 12


def test_tests_and_files_that_say_attio_are_left_out_and_counted(planted: Application) -> None:
    assert planted.left_out == 1
    assert not (planted.tree / "made" / "old_crm.py").exists()
    assert not (planted.tree / "made" / "tests").exists()


def test_the_installed_packages_stay_as_they_are(planted: Application) -> None:
    site = planted.tree.parent.parent / "site"
    for importer in planted.offer.importers:
        source = site / importer.relative_to(planted.tree)
        assert NAME in importer.read_text(encoding="utf-8")
        assert NAME not in source.read_text(encoding="utf-8")
    unchanged = site / "made" / "core" / "__init__.py"
    assert os.path.samefile(unchanged, planted.tree / "made" / "core" / "__init__.py")  # linked: a tree costs no room


def test_the_integration_uses_the_framework(planted: Application) -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in (planted.tree / "made" / NAME).glob("*.py")}
    assert "from made.core.base import Sensor as Base" in "".join(texts.values())
    assert "from made.core.registry import register_part as register" in texts["service.py"]
    assert "from made.core.registry import traced as decorated" in texts["notes.py"]
    assert "from made.core.registry import shape as shaped" in texts["models.py"]
    assert "self.prepare()" in texts["service.py"]
    importers = [path.read_text(encoding="utf-8").count(f"from made.{NAME}") for path in planted.offer.importers]
    assert importers == [1, 1, 1]


def test_the_integration_alone_is_the_same_at_the_same_paths(planted: Application) -> None:
    alone = {path.relative_to(planted.alone): path.read_bytes() for path in planted.alone.rglob("*.py")}
    assert len(alone) == 10
    assert all((planted.tree / path).read_bytes() == data for path, data in alone.items())


def test_each_request_of_the_integration_says_its_endpoint(planted: Application) -> None:
    """The report may leave a call unresolved today, or out; what it resolves is what the files say, and nothing else."""
    right = annotated(planted.alone)
    assert len(right) == 23
    reported = found(planted.alone)
    assert reported
    resolved = {place: endpoint for place, endpoint in reported.items() if endpoint != "unresolved"}
    assert resolved
    assert {place: endpoint for place, endpoint in resolved.items() if right.get(place) != endpoint} == {}


def test_what_a_folder_does_not_have_is_said(tmp_path: Path) -> None:
    made_framework(tmp_path, 3)
    with pytest.raises(SystemExit, match="has no package django"):
        plant(tmp_path, ("django",), tmp_path / "trees")
    (tmp_path / "bare").mkdir()
    (tmp_path / "bare" / "__init__.py").write_text("", encoding="utf-8")
    with pytest.raises(SystemExit, match="too little of its own"):
        plant(tmp_path, ("bare",), tmp_path / "trees")


WEB = {
    "web/__init__.py": "",
    "web/base.py": """class View(Generic[T]):
    def __init__(self): ...

    @property
    def title(self):
        first = 1
        second = 2
        return first + second

    def render(self):
        return self

    def ask(self, question):
        first = 1
        return first


class WebError(Exception): ...
""",
    "web/tools.py": "def register_view(view): ...\n\n\nasync def clean(value): ...\n\n\ndef logged(function): ...\n",
    "web/newer.py": "type Pair[T] = tuple[T, T]\nfrom .base import View\n\n\nclass Fresh[T](View[T], metaclass=M): ...\n",
}
PAGE = """from ..base import (
    View,  # to be shown, or not
    WebError as Failure,
)
from web.tools import logged, register_view, clean


class Page{number}(View):
    @logged
    def go(self): ...


class Broken{number}(Failure): ...
"""


def test_a_framework_is_surveyed_by_what_its_modules_use(tmp_path: Path) -> None:
    files = {**WEB, **{f"web/pages/p{number}.py": PAGE.format(number=number) for number in range(4)}}
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    offer = survey(tmp_path, ["web"], central=True, importers=2)
    assert [(base.module, base.name, base.method) for base in offer.bases] == [("web.base", "View", "render")]
    assert (offer.registrar, offer.decorator, offer.function) == (
        ("web.tools", "register_view"), ("web.tools", "logged"), ("web.tools", "clean"),
    )  # fmt: skip
    assert [path.name for path in offer.importers] == ["base.py", "tools.py"]
    assert offer.modules == 8


def test_usual_modules_import_the_integration_unless_the_central_ones_are_asked_for(tmp_path: Path) -> None:
    """The twelve parts are imported by one module each, but for the first; the core by all of them."""
    made_framework(tmp_path, 12)
    usual, central = (survey(tmp_path, ["made"], central).importers for central in (False, True))
    assert {path.parent.name for path in central} == {"core"}
    assert {path.parent.name for path in usual} == {"parts"}


def test_every_planted_file_says_attio() -> None:
    assert [path.name for path in PLANTED.glob("*.py") if "attio" not in path.read_text(encoding="utf-8").lower()] == []


# --- Programs ----------------------------------------------------------------------------------------------------------------

PROGRAMS = {
    **{f"large {name}": (make, 12) for name, make in LARGE.items()},
    **{f"{name} used": (make, 6) for name, make in USED.items()},
    **{f"stages, {name}": (make, 4) for name, make in STAGES.items()},
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_program_calls_what_it_says(name: str, tmp_path: Path) -> None:
    make, size = PROGRAMS[name]
    program: Program = make(size)
    ast.parse(program.text)
    (tmp_path / "program.py").write_text(program.text, encoding="utf-8")
    reported = found(tmp_path)
    if program.right is None:
        assert reported
    else:
        assert reported == {("program.py", line): endpoint for line, endpoint in program.right.items()}


@pytest.mark.parametrize("name", [name for name in PROGRAMS if not name.startswith("stages")])
def test_a_program_has_as_many_calls_as_were_asked_for(name: str) -> None:
    for size in (1, 7, 30):
        assert len(PROGRAMS[name][0](size).right or {}) == size


def test_each_stage_calls_the_next_twice() -> None:
    for make in STAGES.values():
        text = make(6).text
        assert [len(re.findall(rf"^    stage_{number}\(", text, re.MULTILINE)) for number in range(1, 6)] == [2, 2, 2, 2, 2]


def test_the_jobs_of_generated_projects_say_what_they_call() -> None:
    assert [endpoint.split()[0] for endpoint in JOB_CALLS] == re.findall(r'client\.send\("(\w+)"', JOB)


# --- Reports -----------------------------------------------------------------------------------------------------------------


def call(line: int, *endpoints: str, status: str = "resolved", url: str = "") -> dict[str, object]:
    named = [{"method": each.split()[0], "path": each.split()[1]} for each in endpoints]
    return {"path": "a.py", "line": line, "column": 5, "status": status, "endpoints": named, "url": url}


def reported(*calls: dict[str, object], findings: tuple[dict[str, object], ...] = ()) -> Reported:
    return Reported(calls, findings)


def test_a_right_report_has_nothing_wrong() -> None:
    assert (
        judged(reported(call(1, "GET /v2/notes"), call(4, "GET /v2/lists")), {("a.py", 1): "GET /v2/notes", ("a.py", 4): "GET /v2/lists"})
        == []
    )


@pytest.mark.parametrize(
    ("calls", "said"),
    [
        ((), ["1 missed: a.py:1"]),
        ((call(1, "GET /v2/lists"),), ["1 wrong: a.py:1"]),
        ((call(1, "GET /v2/notes", "GET /v2/lists"),), ["1 wrong: a.py:1"]),
        ((call(1, status="unresolved"),), ["1 not resolved: a.py:1"]),
        ((call(1, "GET /v2/notes"), call(9, "GET /v2/notes")), ["1 too many: a.py:9"]),
        ((call(1, "GET /v2/notes"), call(1, "GET /v2/lists")), ["1 wrong: a.py:1"]),
    ],
)
def test_what_is_wrong_with_a_report_is_said(calls: tuple[dict[str, object], ...], said: list[str]) -> None:
    assert judged(reported(*calls), {("a.py", 1): "GET /v2/notes"}) == said


def test_a_file_that_was_not_looked_at_is_said_first() -> None:
    finding = {"code": "ATS901", "path": "a.py", "line": 1, "message": "too large"}
    assert judged(reported(findings=(finding,)), {("a.py", 1): "GET /v2/notes"}) == ["ATS901 a.py:1: too large", "1 missed: a.py:1"]
    assert judged(reported(call(1, "GET /v2/notes"), findings=({**finding, "code": "ATS004"},)), {("a.py", 1): "GET /v2/notes"}) == []


def test_two_reports_are_the_same_in_every_field() -> None:
    alone = reported(call(1, "GET /v2/notes"), call(2, "GET /v2/lists"))
    assert differences(reported(call(1, "GET /v2/notes"), call(2, "GET /v2/lists")), alone) == []
    there = reported(call(1, "GET /v2/notes", url="x"), call(3), findings=({"path": "a.py", "line": 7, "column": 1},))
    assert differences(there, alone) == [
        "1 calls only in the application: a.py:3",
        "1 calls only alone: a.py:2",
        "1 calls that differ: a.py:1",
        "1 findings only in the application: a.py:7",
    ]


@pytest.mark.parametrize("output", [b"", b"[]", b'{"calls": []}', b"\xff"])
def test_what_is_no_report_is_not_taken_for_an_empty_one(output: bytes) -> None:
    with pytest.raises(ValueError, match="printed no report"):
        read_report(Ran(1, 1, 1, output=output))


def test_what_broke_instead_of_a_report_is_said() -> None:
    ran = python("raise ImportError('half written')")
    assert ran.problem == ""  # it ends with 1, as findings do
    with pytest.raises(ValueError, match="printed no report: ImportError: half written"):
        read_report(ran)


# --- Runs --------------------------------------------------------------------------------------------------------------------


def python(text: str, limits: Limits = LIMITS) -> Ran:
    return once([sys.executable, "-c", text], Path.cwd(), os.environ, limits)


def test_a_run_tells_its_processor_time_memory_and_output() -> None:
    ran = python(
        "import time; end = time.process_time() + 0.3\nwhile time.process_time() < end: pass\nx = bytearray(80_000_000); print('done')"
    )
    assert ran.problem == ""
    assert ran.output.strip() == b"done"
    assert ran.cpu >= 0.3
    assert ran.memory > 76


def test_the_memory_of_who_measures_is_not_counted() -> None:
    """A process begins as a copy of the one that started it, and its peak with it."""
    held = bytearray(os.urandom(1)) * 150_000_000
    assert python("pass").memory < 60
    assert len(held) == 150_000_000


def test_a_program_that_is_not_there_is_said() -> None:
    assert once(["/no/such/tool"], Path.cwd(), os.environ, LIMITS).problem == "exit 127: /no/such/tool: No such file or directory"


@pytest.mark.parametrize("code", [0, 1])
def test_a_run_that_ends_with_findings_counts(code: int) -> None:
    assert python(f"raise SystemExit({code})").problem == ""


def test_a_run_that_fails_is_no_figure_and_says_why() -> None:
    assert python("import sys; sys.stderr.write('first\\ninternal \\x1b[31merror\\n'); sys.exit(3)").problem == "exit 3: internal [31merror"
    assert python("import os; os.kill(os.getpid(), 11)").problem.startswith("exit -11")


def test_a_run_that_takes_too_long_is_ended_with_all_that_it_started() -> None:
    ran = python("import subprocess, sys; subprocess.run([sys.executable, '-c', 'import time; time.sleep(60)'])", Limits(seconds=1))
    assert ran.problem == "not done after 1 s"
    assert ran.wall < 30


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not hold a process to its address space")
def test_a_run_that_asks_for_too_much_memory_is_ended() -> None:
    text = "import mmap, sys\ntry: mmap.mmap(-1, 3_000_000_000)\nexcept OSError: sys.exit(3)"
    assert python(text, Limits(seconds=60, memory=1_000)).problem == "exit 3"
    assert python(text, Limits(seconds=60, memory=10_000)).problem == ""


def test_what_others_are_compared_with_has_to_end_well() -> None:
    """A traceback ends with 1, as findings do."""
    with pytest.raises(SystemExit, match=r"failed in .*: exit 1: ImportError"):
        reference([sys.executable, "-c", "raise ImportError('libcst')"], Path.cwd(), os.environ, LIMITS, rounds=1)


def test_a_failure_is_not_the_cheapest(tmp_path: Path) -> None:
    """The second run fails at once: the first one's figure stays."""
    mark = tmp_path / "mark"
    text = f"import os, sys\nif os.path.exists({str(mark)!r}): sys.exit(5)\nopen({str(mark)!r}, 'w').close()\nsum(range(3_000_000))"
    assert least([sys.executable, "-c", text], tmp_path, os.environ, LIMITS, rounds=2).problem == ""


# --- Bars --------------------------------------------------------------------------------------------------------------------


def row(cpu: float, memory: float = 10, problem: str = "") -> Row:
    return Row("case", "tool", Ran(cpu, cpu, memory, problem), Ran(1, 1, 10))


def test_bars_are_said_where_they_are_not_kept() -> None:
    assert bars.over_floor(row(3)).problems == ()
    assert bars.over_floor(row(3.2)).problems == ("3.2 times the floor, bar 3",)
    assert bars.stages(row(0.9)).problems == ()
    assert bars.stages(row(1.4)).problems == ("1.4 s, bar 1",)


def test_a_large_module_is_held_to_time_peak_and_proportion() -> None:
    assert [each.problems for each in bars.beside_parse([row(2), row(11, 15)], [10, 40])] == [(), ()]
    first, last = bars.beside_parse([row(2, 16), row(12.5)], [10, 40])
    assert first.problems == ("1.6 times its peak, bar 1.5",)
    assert last.problems == ("12.5 times a bare parse, bar 12", "6.2 times case, bar 6")


def test_uses_of_a_helper_are_held_to_a_straight_line() -> None:
    assert [each.problems for each in bars.linear([row(1), row(2), row(4)], [10, 20, 40])] == [(), (), ()]
    *_, last = bars.linear([row(1), row(2), row(6)], [10, 20, 40])
    assert last.problems == ("200.0 ms for each one more, 100.0 ms at first, bar 1.5 times that",)


def test_noise_is_no_growth() -> None:
    assert bars.linear([row(0.6), row(0.55), row(0.65)], [5, 10, 20])[-1].problems == ()


def test_modules_are_held_to_the_same_cost_however_many() -> None:
    assert bars.growth([row(1), row(2), row(11.9)], [1, 101, 1001])[-1].problems == ()
    assert bars.growth([row(1), row(2), row(14)], [1, 101, 1001])[-1].problems == (
        "13.0 ms for each one more, 10.0 ms at first, bar 1.2 times that",
    )


def test_a_run_that_failed_is_held_to_no_bar() -> None:
    assert bars.over_floor(row(9, problem="exit 3")).problems == ()
    assert [each.problems for each in bars.linear([row(1), row(2), row(90, problem="exit 3")], [1, 2, 3])] == [(), (), ()]


# --- The command -------------------------------------------------------------------------------------------------------------


def test_a_command_may_have_a_name() -> None:
    assert Tool.of("new=/opt/tool --fast") == Tool("new", ("/opt/tool", "--fast"))
    assert Tool.of("/opt/tool --level=3") == Tool("tool", ("/opt/tool", "--level=3"))
    assert Tool.of("attio-scopes") == Tool("attio-scopes", ("attio-scopes",))


def test_packages_are_a_folder_and_names() -> None:
    assert Installed.of("/opt/site=web,web_core") == Installed(Path("/opt/site"), ("web", "web_core"))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["integration", "x", "--packages", "/opt/site"], "expected FOLDER=PACKAGE"),
        (["stages", "x", "--sizes", "1"], "sizes of at least 2"),
        (["stages", "x", "--tool", ""], "expected NAME=COMMAND"),
        (["modules", "x", "--shape", "round"], "invalid choice"),
        (["weather", "x"], "invalid choice"),
    ],
)
def test_wrong_usage_is_said(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert said in capsys.readouterr().err


@pytest.mark.slow
def test_a_benchmark_prints_a_table_and_writes_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["stages", str(tmp_path / "made"), "--quick", "--sizes", "3", "--json", str(tmp_path / "out.json")])
    printed = capsys.readouterr().out
    written = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert code == 0, printed
    assert [each["case"] for each in written["rows"]] == ["3 stages, one send", "3 stages, one path", "3 stages, many paths"]
    assert all(each["cpu"] > 0 and each["memory"] > 0 and not each["problems"] for each in written["rows"])
    assert "| 3 stages, one send" in printed


def test_a_tool_that_reports_nothing_is_wrong_and_one_that_fails_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    silent = tmp_path / "silent.py"
    silent.write_text('print(\'{"calls": [], "findings": []}\')', encoding="utf-8")
    broken = tmp_path / "broken.py"
    broken.write_text("raise SystemExit(3)", encoding="utf-8")
    tools = [word for path in (silent, broken) for word in ("--tool", f"{path.stem}={sys.executable} {path}")]
    assert main(["stages", str(tmp_path / "made"), "--quick", "--sizes", "3", *tools]) == 1
    printed = capsys.readouterr().out
    assert "3 stages, one send, silent: 1 missed: program.py:" in printed
    assert "3 stages, many paths, silent: no call at all" in printed
    assert "3 stages, one send, broken: exit 3" in printed


def test_a_table_has_a_line_for_each_row_and_a_sentence_for_each_problem() -> None:
    text = table("Title", [row(2), row(5).but("too slow")])
    assert text.splitlines()[0] == "### Title"
    assert [line.split(" | ")[2].strip() for line in text.splitlines() if line.startswith("| case | tool")] == [
        "processor",
        "2.00 s",
        "5.00 s",
    ]
    assert text.splitlines()[-1] == "- case, tool: too slow"
