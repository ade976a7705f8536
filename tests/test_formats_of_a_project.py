"""Every format of a real check, all written at once, with every kind of finding and every status of a call, by its own validator.

What a validator does not know (that a column points at the call, that a fingerprint stays) is compared with the JSON report.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from attio_scopes.model.finding import CODES
from attio_scopes.report.formats import FORMATS
from tests.every_kind import DOUBTFUL, LAVISH, make_project, write_reports
from tests.format_tools import SCHEMAS, run_node, tool_path, tool_schema

jsonschema = pytest.importorskip("jsonschema")

ROOT = Path(__file__).resolve().parent.parent
STATUSES = {"covered", "missing", "possible", "unknown-endpoint", "unresolved", "suppressed"}
PROJECTS = ("doubtful", "lavish")


class Written:
    """The reports of a check, by format."""

    def __init__(self, project: Path, exit_code: int) -> None:
        self.project = project
        self.exit_code = exit_code
        self.report: dict[str, Any] = self.object("json")

    def text(self, name: str) -> str:
        return (self.project / f"out.{name}").read_bytes().decode("utf-8")

    def object(self, name: str) -> Any:
        return json.loads(self.text(name))

    def places(self) -> list[tuple[str, str, int]]:
        return [(f["code"], f["path"], f["line"]) for f in self.report["findings"]]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Written]:
    found = {}
    for name, files in zip(PROJECTS, (DOUBTFUL, LAVISH), strict=True):
        project = make_project(tmp_path_factory.mktemp(name), files)
        with pytest.MonkeyPatch.context() as patch:
            code = write_reports(project, [f"{known.name}:out.{known.name}" for known in FORMATS], patch)
        found[name] = Written(project, code)
    return found


@pytest.fixture(params=PROJECTS)
def each(request: pytest.FixtureRequest, written: dict[str, Written]) -> Written:
    return written[request.param]


def schema(name: str) -> Any:
    return json.loads((ROOT / "rules" / "schema" / f"{name}.schema.json").read_text(encoding="utf-8"))


def test_the_projects_have_every_code_and_every_status(written: dict[str, Written]) -> None:
    reports = [one.report for one in written.values()]
    assert {f["code"] for report in reports for f in report["findings"]} == {code.id for code in CODES} - {
        "ATS903"
    }  # a run that ends early has no other
    assert {call["status"] for report in reports for call in report["calls"]} == STATUSES
    assert written["doubtful"].exit_code == 3  # one file's analysis failed
    assert written["lavish"].exit_code == 0


def test_the_numbers_add_up(each: Written) -> None:
    summary = dict(each.report["summary"])
    assert summary.pop("files") >= 1
    assert summary.pop("not_followed") == sum(finding["code"] == "ATS008" for finding in each.report["findings"])
    assert summary.pop("calls") == len(each.report["calls"]) == sum(summary.values())


def test_json_and_json_lines(each: Written) -> None:
    jsonschema.Draft202012Validator(schema("report")).validate(each.report)
    head, *rows = map(json.loads, each.text("jsonl").splitlines())
    assert head.pop("kind") == "run"
    of_kind = {kind: [{k: v for k, v in row.items() if k != "kind"} for row in rows if row["kind"] == kind] for kind in ("call", "finding")}
    assert {**head, "calls": of_kind["call"], "findings": of_kind["finding"]} == each.report


def test_sarif(each: Written) -> None:
    log = each.object("sarif")
    official = json.loads((SCHEMAS / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    assert [error.message for error in jsonschema.Draft202012Validator(official).iter_errors(log)] == []
    (run,) = log["runs"]
    told = [result for result in run["results"] if not result["suppressions"]]
    assert [(r["ruleId"], *_sarif_place(r)) for r in told] == each.places()
    assert [r["partialFingerprints"]["attioScopesFinding/v1"] for r in told] == [f["fingerprint"] for f in each.report["findings"]]
    assert set(run["originalUriBaseIds"]) == {"%SRCROOT%"}
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uriBaseId"] == "%SRCROOT%"
        region = result["locations"][0]["physicalLocation"]["region"]
        lines = (each.project / _sarif_place(result)[0]).read_text(encoding="utf-8").split("\n")
        snippet = region.get("snippet", {}).get("text")
        assert snippet is None or lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1] == snippet


def _sarif_place(result: dict[str, Any]) -> tuple[str, int]:
    physical = result["locations"][0]["physicalLocation"]
    return unquote(physical["artifactLocation"]["uri"]), physical["region"]["startLine"]


def test_sarif_has_the_way_to_the_request_and_both_kinds_of_suppression(written: dict[str, Written]) -> None:
    results = written["doubtful"].object("sarif")["runs"][0]["results"]
    missing = next(r for r in results if r["ruleId"] == "ATS001" and not r["suppressions"])
    steps = missing["codeFlows"][0]["threadFlows"][0]["locations"]
    flow = [
        (
            step["location"]["physicalLocation"]["region"]["startLine"],
            step["location"]["logicalLocations"][0]["fullyQualifiedName"],
            step.get("nestingLevel", 0),
        )
        for step in steps
    ]
    assert flow == [(24, "Client.missing", 0), (18, "Client.call", 1), (15, "Client._send", 2)]
    assert [place["physicalLocation"]["region"]["startLine"] for place in missing["relatedLocations"]] == [18, 15]
    silent = {r["suppressions"][0]["kind"]: r["suppressions"][0] for r in results if r["suppressions"]}
    assert silent["inSource"] == {"kind": "inSource", "status": "accepted", "justification": "only in the console"}
    assert silent["external"]["status"] == "accepted"


def test_sarif_by_microsofts_validator(each: Written) -> None:
    program = tool_path("node_modules", "@microsoft", "sarif-multitool-linux", "Sarif.Multitool")
    done = subprocess.run(
        [str(program), "validate", str(each.project / "out.sarif"), "--rule-kind", "Sarif;Ghas"],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    told = [line for line in done.stdout.splitlines() if ": error " in line or ": warning " in line]
    assert done.returncode == 0, done.stdout
    assert [line for line in told if "informationUri" not in line] == []


def test_junit(each: Written) -> None:
    xmlschema = pytest.importorskip("xmlschema", reason="NOT VALIDATED: xmlschema is not installed (pip install '.[dev]')")
    junitparser = pytest.importorskip("junitparser", reason="NOT VALIDATED: junitparser is not installed (pip install '.[dev]')")
    path = each.project / "out.junit"
    xmlschema.XMLSchema(str(SCHEMAS / "junit-10.xsd")).validate(str(path))
    suites = list(junitparser.JUnitXml.fromfile(str(path)))
    failed = [
        case for suite in suites for case in suite if any(result.__class__.__name__ in ("Failure", "Error") for result in case.result)
    ]
    assert len(failed) == sum(finding["severity"] == "error" for finding in each.report["findings"])
    assert {suite.name for suite in suites} == {f["path"] for f in (*each.report["findings"], *each.report["calls"])}


def test_gitlab(each: Written) -> None:
    issues = each.object("gitlab")
    assert [(f"{issue['location']['path']}", issue["location"]["lines"]["begin"]) for issue in issues] == [k[1:] for k in each.places()]
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    validator = jsonschema.Draft7Validator(tool_schema("codeclimate.json"))
    assert [list(validator.iter_errors(issue)) for issue in issues] == [[] for _ in issues]


def test_rdjson(each: Written) -> None:
    diagnostics = each.object("rdjson")["diagnostics"]
    assert [d["code"]["value"] for d in diagnostics] == [key[0] for key in each.places()]
    for diagnostic, finding in zip(diagnostics, each.report["findings"], strict=True):
        start = diagnostic["location"]["range"]["start"]
        line = (each.project / finding["path"]).read_bytes().split(b"\n")[start["line"] - 1]
        assert len(line[: start["column"] - 1].decode("utf-8")) == finding["column"] - 1
    missing = next(d for d, f in zip(diagnostics, each.report["findings"], strict=True) if f["related"] or f["code"] == "ATS101")
    related = [place["location"]["range"]["start"]["line"] for place in missing.get("related_locations", ())]
    assert related == ([18, 15] if missing["code"]["value"] == "ATS001" else [])
    validator = jsonschema.Draft4Validator(tool_schema("DiagnosticResult.json"))
    assert list(validator.iter_errors(each.object("rdjson"))) == []


def test_rdjson_by_an_independent_validator(each: Written) -> None:
    script = """
        import rdformat from "NODE_MODULES/@umbrelladocs/rdformat-validator/dist/index.js";
        console.log(JSON.stringify(await rdformat.validate(process.argv[1])));
    """
    result = json.loads(run_node(script, each.text("rdjson")))
    assert result["valid"], result["errors"]


def test_azure_by_microsofts_package(each: Written) -> None:
    script = """
        import command from "NODE_MODULES/azure-pipelines-task-lib/taskcommand.js";
        console.log(JSON.stringify(JSON.parse(process.argv[1]).map((line) => command.commandFromString(line))));
    """
    read = json.loads(run_node(script, json.dumps(each.text("azure").splitlines())))
    told = [(c["properties"]["code"], c["properties"]["sourcepath"], int(c["properties"]["linenumber"])) for c in read]
    assert told == each.places()


def test_github_has_an_annotation_for_each_finding(each: Written) -> None:
    lines = each.text("github").splitlines()
    assert len(lines) == len(each.report["findings"])
    heads = {line.split("::")[1] for line in lines}
    for code, path, line in each.places():
        assert any(f"file={path},line={line}," in head and f"title={code} " in head for head in heads), (code, path, line)


def test_markdown_by_githubs_own_reader(each: Written) -> None:
    cmarkgfm = pytest.importorskip("cmarkgfm", reason="NOT VALIDATED: cmarkgfm is not installed (pip install '.[dev]')")
    page = cmarkgfm.github_flavored_markdown_to_html(each.text("markdown"))
    assert page.count("<table>") >= 1
    assert page.count("<tr>") >= len(each.report["findings"])
    for code, path, line in each.places():
        assert code in page
        assert f"<code>{path}:{line}</code>" in page


def test_fingerprints_stay_when_lines_move(written: dict[str, Written], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a reader knows a finding by: the same after lines were added above, whatever the format calls it."""
    moved = {name: f"# one\n# two\n{text}" if name.endswith((".py", ".yaml")) else text for name, text in DOUBTFUL.items()}
    project = make_project(tmp_path, moved)
    write_reports(project, ["json:out.json", "sarif:out.sarif", "gitlab:out.gitlab"], monkeypatch)
    before, after = written["doubtful"], Written(project, 3)
    assert [key[2] for key in before.places()] != [key[2] for key in after.places()]
    assert sorted(f["fingerprint"] for f in after.report["findings"]) == sorted(f["fingerprint"] for f in before.report["findings"])
    assert sorted(i["fingerprint"] for i in after.object("gitlab")) == sorted(i["fingerprint"] for i in before.object("gitlab"))
    marks = [
        sorted((r["partialFingerprints"] for r in one.object("sarif")["runs"][0]["results"]), key=str) for one in (before, after)
    ]  # findings of one line may change places
    assert marks[0] == marks[1]
