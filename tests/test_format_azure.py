"""Azure logging commands: read back by Microsoft's own package where it is at hand, and by the documented rule in any case."""

from __future__ import annotations

import json

from attio_scopes.report.azure import render
from tests.format_tools import run_node
from tests.report_fixture import HOSTILE_PATH, JUDGED, REPORT, SOURCES

VISIBLE_PATH = HOSTILE_PATH.replace("\x1b", "\\x1b").replace("\u202e", "\\u202e")


def test_each_line_is_one_command_that_ends_at_its_first_bracket() -> None:
    lines = render(JUDGED, SOURCES).splitlines()
    assert len(lines) == len(REPORT.findings)
    for line in lines:
        head, bracket, message = line.partition("]")
        assert head.startswith("##vso[task.logissue type="), line
        assert bracket, line
        assert message, line
        names = [part.split("=", 1)[0] for part in head.partition(" ")[2].split(";") if part]
        assert names == ["type", "sourcepath", "linenumber", "columnnumber", "code"]


def test_read_back_by_the_package_of_microsoft() -> None:
    script = """
        import command from "NODE_MODULES/azure-pipelines-task-lib/taskcommand.js";
        const read = JSON.parse(process.argv[1]).map((line) => command.commandFromString(line));
        console.log(JSON.stringify(read));
    """
    read = json.loads(run_node(script, json.dumps(render(JUDGED, SOURCES).splitlines())))
    assert {command["command"] for command in read} == {"task.logissue"}
    assert [command["properties"]["code"] for command in read] == [finding.code.id for finding in REPORT.findings]
    hostile = next(command for command in read if "octocat" in command["properties"]["sourcepath"])
    assert hostile["properties"]["sourcepath"] == VISIBLE_PATH
    assert hostile["properties"]["linenumber"] == "1"
    assert {command["properties"]["type"] for command in read} == {"error", "warning"}
