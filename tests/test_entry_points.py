"""Entry points: what each needs, that all of them together need what the project does, and that each alone runs with its set."""

from __future__ import annotations

import ast
import json
import os
import shutil
import textwrap
from collections.abc import Iterable
from pathlib import Path

import jsonschema
import pytest
import yaml
from click.testing import CliRunner

from attio_scopes.cli import main
from attio_scopes.compare import compare, snapshot
from attio_scopes.judge.inventory import inventory
from attio_scopes.model.errors import UserError
from attio_scopes.model.inventory import EntryNeeds, Inventory
from attio_scopes.model.scope import ScopeSet
from attio_scopes.pipeline import Outcome, Request, entry_points, inventories
from attio_scopes.pipeline import run as analyse
from attio_scopes.report.scope_change import render_json, render_markdown, render_text
from attio_scopes.rule_files import rules_folder
from tests.attio_server.runs import Runs
from tests.case_harness import Case, all_cases, copy_case
from tests.executed.runs import run_all
from tests.executed.shapes import all_shapes
from tests.executed.verdict import requests_of
from tests.proofs import narrowed

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "mcp-server"

EVERYTHING = bool(os.environ.get("ATTIO_SCOPES_EVERYTHING"))
EVERY = 1 if EVERYTHING else 3
EVERY_SHAPE = 1 if EVERYTHING else 5
"""Of the cases and of the programs that are run each so-manieth is tried here; all of them where that variable is set."""


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        target = folder / (name.replace("__", "/") + ".py")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(textwrap.dedent(text), encoding="utf-8")
    return folder


def asked(folder: Path) -> Outcome:
    return analyse(Request((str(folder),), verdict=False, by_entry=True))


def names(folder: Path) -> dict[tuple[str, str], str]:
    """Kind and name of each entry point, with its scopes."""
    return {(one.kind, one.name): " ".join(str(needed.scope) for needed in one.inventory.scopes) for one in entry_points(asked(folder))}


def scopes(needed: Iterable[Inventory], *, certain: bool) -> ScopeSet:
    """The scopes of inventories: the certain ones, or all."""
    every = (one for inventory in needed for one in (*inventory.scopes, *inventory.possible))
    return ScopeSet(frozenset(one.scope for one in every if one.certain or not certain)).least()


def check_sums(outcome: Outcome) -> None:
    """All entry points, with what none of them reaches, need exactly what the project does."""
    (whole,) = inventory([judged.call for judged in outcome.report.calls], ())
    parts = [one.inventory for one in entry_points(outcome)]
    assert scopes(parts, certain=True) == scopes([whole], certain=True)
    assert scopes(parts, certain=False) == scopes([whole], certain=False)
    places = {call.site.place for one in entry_points(outcome) for call in one.calls}
    assert places == {judged.call.site.place for judged in outcome.report.calls}


# --- what is an entry point ------------------------------------------------------------------------------------------------------

SEND = """
    import requests

    API = "https://api.attio.com/v2"


    def notes():
        return requests.get(f"{API}/notes", timeout=10)


    def tasks():
        return requests.get(f"{API}/tasks", timeout=10)
"""
NOTE = "note:read object_configuration:read record_permission:read"

ONE_EACH = {
    "an MCP tool": (
        "from mcp.server.fastmcp import FastMCP\nmcp = FastMCP('x')\n@mcp.tool()\ndef look(): return notes()",
        ("tool", "look"),
    ),
    "a named MCP tool": (
        "from fastmcp import FastMCP\nmcp = FastMCP('x')\n@mcp.tool(name='look up')\ndef look(): return notes()",
        ("tool", "look up"),
    ),
    "a tool that a function registers": ("def register(server):\n    @server.tool()\n    def look(): return notes()", ("tool", "look")),
    "a tool that a call registers": (
        "from mcp.server.fastmcp import FastMCP\ndef look(): return notes()\nmcp = FastMCP('x')\nmcp.add_tool(look)",
        ("tool", "look"),
    ),
    "a low-level tool": (
        "from mcp.server import Server\nserver = Server('x')\n@server.call_tool()\nasync def call(name, arguments): return notes()",
        ("tool", "call"),
    ),
    "a FastAPI route": (
        "from fastapi import FastAPI\napp = FastAPI()\n@app.get('/notes')\ndef show(): return notes()",
        ("route", "GET /notes"),
    ),
    "a route of a router that is handed in": (
        "def register(router):\n    @router.post('/notes')\n    def show(): return notes()",
        ("route", "POST /notes"),
    ),
    "a Flask route": (
        "from flask import Flask\napp = Flask('x')\n@app.route('/n', methods=['GET', 'POST'])\ndef show(): return notes()",
        ("route", "GET|POST /n"),
    ),
    "a Flask rule": (
        "from flask import Flask\napp = Flask('x')\ndef show(): return notes()\napp.add_url_rule('/n', view_func=show)",
        ("route", "/n"),
    ),
    "a Django path": ("from django.urls import path\ndef show(request): return notes()\nurlpatterns = [path('n/', show)]", ("route", "n/")),
    "a class of routes": (
        "from flask.views import MethodView\nclass Notes(MethodView):\n    def get(self): return notes()",
        ("route", "Notes.get"),
    ),
    "a click command": ("import click\n@click.command()\n@click.option('--all')\ndef sync(all): return notes()", ("command", "sync")),
    "a typer command": ("import typer\napp = typer.Typer()\n@app.command('pull')\ndef sync(): return notes()", ("command", "pull")),
    "a Django command": (
        "from django.core.management.base import BaseCommand\nclass Command(BaseCommand):\n    def handle(self, *args): return notes()",
        ("command", "Command.handle"),
    ),
    "a sub-command of argparse": (
        "import argparse\ndef pull(args): return notes()\nparser = argparse.ArgumentParser()\nparser.set_defaults(func=pull)",
        ("command", "pull"),
    ),
    "a scheduled job": (
        (
            "from apscheduler.schedulers.blocking import BlockingScheduler\ns = BlockingScheduler()\n"
            "@s.scheduled_job('cron', hour=3)\ndef nightly(): return notes()"
        ),
        ("job", "cron"),
    ),
    "a job that a call adds": (
        (
            "from apscheduler.schedulers.blocking import BlockingScheduler\ns = BlockingScheduler()\n"
            "def nightly(): return notes()\ns.add_job(nightly, 'cron', id='pull')"
        ),
        ("job", "pull"),
    ),
    "a flow": ("from prefect import flow\n@flow(name='pull')\ndef nightly(): return notes()", ("job", "pull")),
    "a Celery task": ("from celery import shared_task\n@shared_task\ndef pull(): return notes()", ("task", "pull")),
    "an actor": ("import dramatiq\n@dramatiq.actor\ndef pull(): return notes()", ("task", "pull")),
    "a lambda handler": ("def lambda_handler(event, context): return notes()", ("lambda", "lambda_handler")),
    "a handler by its parameters": ("def handler(event, context): return notes()", ("lambda", "handler")),
    "a cloud function": ("import functions_framework\n@functions_framework.http\ndef hook(request): return notes()", ("lambda", "hook")),
    "a function that is called main": ("def main(): return notes()", ("main", "main")),
    "a program": ("if __name__ == '__main__':\n    notes()", ("main", "app.py")),
    "a script": ("notes()", ("script", "app.py")),
    "an event handler": ("from slack_bolt import App\napp = App()\n@app.event('x')\ndef seen(event): return notes()", ("handler", "seen")),
    "what is handed to something unknown": ("import bus\ndef seen(event): return notes()\nbus.listen('x', seen)", ("handler", "seen")),
    "a lifespan": (
        (
            "from fastapi import FastAPI\nfrom contextlib import asynccontextmanager\n@asynccontextmanager\n"
            "async def lifespan(app):\n    notes()\n    yield\napp = FastAPI(lifespan=lifespan)"
        ),
        ("startup", "lifespan"),
    ),
}


@pytest.mark.parametrize("what", ONE_EACH)
def test_an_entry_point_is_known_by_what_calls_it(what: str, tmp_path: Path) -> None:
    text, key = ONE_EACH[what]
    write(tmp_path, crm=SEND, app="from crm import notes, tasks\n" + text + "\n")
    found = names(tmp_path)
    assert found.pop(key) == NOTE
    assert list(found) in ([], [("", "")])  # `tasks`, which nothing calls
    check_sums(asked(tmp_path))


NONE = {
    "a function that nothing calls": "def unused(): return notes()",
    "a handler that takes something else": "def handler(request): return notes()",
    "a method of that name": "class Runner:\n    def main(self): return notes()",
    "a decorator that only wraps": "import functools\n@functools.lru_cache\ndef cached(): return notes()",
    "a decorator of the project": "def twice(f):\n    return f\n@twice\ndef look(): return notes()",
}


@pytest.mark.parametrize("what", NONE)
def test_other_functions_are_none(what: str, tmp_path: Path) -> None:
    write(tmp_path, crm=SEND, app="from crm import notes, tasks\n" + NONE[what] + "\n")
    assert set(names(tmp_path)) == {("", "")}


def test_shared_helpers_count_for_each_that_reaches_them(tmp_path: Path) -> None:
    write(
        tmp_path, crm=SEND,
        app="""
            import click
            from crm import notes, tasks

            def both():
                notes()
                tasks()

            @click.command()
            def one(): notes()

            @click.command()
            def two(): both()
        """,
    )  # fmt: skip
    found = names(tmp_path)
    assert found["command", "one"] == NOTE
    assert found["command", "two"] == f"{NOTE.split()[0]} {' '.join(NOTE.split()[1:])} task:read user_management:read"


def test_each_gets_what_its_arguments_make_of_a_shared_function(tmp_path: Path) -> None:
    """A function whose callers decide the path sends another thing for each of them."""
    write(
        tmp_path,
        app="""
            import click, requests

            def send(path):
                return requests.get("https://api.attio.com/v2" + path, timeout=10)

            class Client:
                def __init__(self, base):
                    self.base = base
                def notes(self):
                    return requests.get(self.base + "/notes", timeout=10)

            @click.command()
            def one(): send("/tasks")

            @click.command()
            def two(): send("/workspace_members")

            @click.command()
            def three(): Client("https://api.attio.com/v2").notes()

            @click.command()
            def four(): Client("https://api.example.org").notes()
        """,
    )
    found = names(tmp_path)
    assert found["command", "two"] == "user_management:read"
    assert "task:read" in found["command", "one"]
    assert "note" not in found["command", "one"]
    assert found["command", "three"] == NOTE
    assert ("command", "four") not in found
    check_sums(asked(tmp_path))


def test_what_runs_at_import_counts_for_whoever_imports_it(tmp_path: Path) -> None:
    write(tmp_path, crm=SEND + "\n\n    KNOWN = tasks()\n", app="import click\nimport crm\n@click.command()\ndef one(): crm.notes()\n")
    found = names(tmp_path)
    assert "task:read" in found["command", "one"]
    assert "note:read" in found["command", "one"]
    assert "note:read" not in found["script", "crm.py"]


def test_tools_that_a_function_registers_are_apart_though_it_is_handed_the_client(tmp_path: Path) -> None:
    write(
        tmp_path,
        client="""
            import requests

            class Client:
                def __init__(self, base):
                    self.base = base
                def get(self, path):
                    return requests.get(self.base + path, timeout=10)
                def notes(self):
                    return self.get("/notes")
        """,
        tools="""
            def register(server, client):
                @server.tool()
                def notes():
                    return client.notes()

                @server.tool()
                def members():
                    return client.get("/workspace_members")
        """,
        app="""
            from mcp.server.fastmcp import FastMCP
            from client import Client
            from tools import register

            mcp = FastMCP("x")
            register(mcp, Client("https://api.attio.com/v2"))
        """,
    )
    found = names(tmp_path)
    assert found == {("tool", "notes"): NOTE, ("tool", "members"): "user_management:read"}


LOW_LEVEL = """
    from mcp.server import Server
    from mcp.types import Tool
    from handlers import HANDLERS, TOOLS
    import crm

    server = Server("x")

    @server.list_tools()
    async def list_tools():
        return [Tool(name="notes", inputSchema={}), *(Tool(**tool) for tool in TOOLS)]

    @server.call_tool()
    async def call_tool(name, arguments):
        if name == "notes":
            return crm.notes()
        return HANDLERS[name](name, arguments)
"""
HANDLED = """
    import requests
    import crm

    TOOLS = [{"name": "tasks", "inputSchema": {}}, {"name": "members", "inputSchema": {}}, {"name": "nothing", "inputSchema": {}}]

    def handle(name, arguments):
        match name:
            case "tasks":
                return crm.tasks()
            case "members":
                return requests.get(f"{crm.API}/workspace_members", timeout=10)

    HANDLERS = {tool["name"]: handle for tool in TOOLS}
"""


def test_the_tools_of_one_function_are_told_apart_by_their_names(tmp_path: Path) -> None:
    write(tmp_path, crm=SEND, handlers=HANDLED, server=LOW_LEVEL)
    assert names(tmp_path) == {
        ("tool", "notes"): NOTE,
        ("tool", "tasks"): "object_configuration:read record_permission:read task:read user_management:read",
        ("tool", "members"): "user_management:read",
    }
    check_sums(asked(tmp_path))


def test_a_call_for_no_tool_by_name_leaves_the_function_that_makes_it(tmp_path: Path) -> None:
    more = LOW_LEVEL.replace(
        "return HANDLERS[name]", 'if name == "undeclared":\n            return crm.tasks()\n        return HANDLERS[name]'
    )
    write(tmp_path, crm=SEND, handlers=HANDLED.replace('{"name": "tasks", "inputSchema": {}}, ', ""), server=more)
    found = names(tmp_path)
    assert "task:read" in found["tool", "call_tool"]
    assert found["tool", "notes"] == NOTE
    check_sums(asked(tmp_path))


def test_a_need_that_the_source_leaves_open_is_marked(tmp_path: Path) -> None:
    write(
        tmp_path,
        app="""
            import click, os, requests

            @click.command()
            @click.argument("target")
            def attributes(target):
                requests.post(f"https://api.attio.com/v2/{target}/{os.environ['WHICH']}/attributes", json={}, timeout=10)
        """,
    )
    text = run("scopes", "--by", "entry", str(tmp_path))
    assert "list_configuration:read-write?" in text
    assert "object_configuration:read-write?" in text
    assert "? stands where a call may need the scope" in text


# --- the sums ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("case", all_cases()[::EVERY], ids=str)
def test_all_entry_points_need_what_the_project_does(case: Case, tmp_path: Path) -> None:
    copy_case(case, tmp_path)
    outcome = asked(tmp_path)
    check_sums(outcome)
    plain = analyse(Request((str(tmp_path),), verdict=False))
    assert [judged.call for judged in outcome.report.calls] == [judged.call for judged in plain.report.calls]


def _function_at(tree: ast.Module, line: int) -> str:
    """The innermost function of a module around a line; "" where there is none."""
    around = [
        node
        for node in ast.walk(tree)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.lineno <= line <= (node.end_lineno or line)
    ]
    return max(around, key=lambda node: node.lineno).name if around else ""


# A function out of `globals()` by a name that comes at run time; a base's setter that is called as `Base.name.fset`; what a library calls
# back: a handler of a bus that awaits it, the function that `re.sub` is given, the methods of a page parser. Their calls are told as
# reached by no entry point.
NOT_FOLLOWED = {
    "o_tools_by_name_for_a_model",
    "k_setter_called_by_a_subclass",
    "j_bus_of_coroutines",
    "m_function_given_to_sub",
    "m_links_of_a_page_parser",
}


@pytest.mark.slow
def test_every_function_on_the_way_to_a_request_needs_what_was_sent(tmp_path: Path) -> None:
    """By execution: of each request that was really sent, every function above the call that decides it is told to reach it."""
    shapes = [shape for shape in all_shapes() if shape.source.is_file()][::EVERY_SHAPE]
    ran = run_all(shapes, tmp_path)
    looked_at, missed = 0, []
    for shape in shapes:
        file = tmp_path / shape.name / "main.py"
        outcome = asked(file.parent)
        check_sums(outcome)
        sites: dict[str, set[int]] = {}
        for judged in outcome.report.calls:
            place = judged.call.site.place
            for match in judged.call.matches:
                sites.setdefault(match.endpoint.key, set()).update(range(place.line, place.end_line + 1))
        tree = ast.parse(file.read_text(encoding="utf-8"))
        known: dict[str, frozenset[str]] = {}
        for request in requests_of(ran[shape.name].sent)[0] if ran[shape.name].failure is None else ():
            lines = [first for path, first, _ in request.frames if path == "main.py"]
            deciding = [number for number, line in enumerate(lines) if line in sites.get(request.endpoint, ())]
            for line in lines[deciding[0] :] if deciding else ():
                function = _function_at(tree, line)
                if function not in known:
                    known[function] = _endpoints_from(file, function)
                looked_at += 1
                if request.endpoint not in known[function]:
                    missed.append(f"{shape.name}: {function} sends {request.endpoint}")
    assert looked_at > 1000 // EVERY_SHAPE // 2
    assert {one.partition(":")[0] for one in missed} == NOT_FOLLOWED & {shape.name for shape in shapes}, "\n".join(sorted(set(missed)))


def _endpoints_from(file: Path, function: str) -> frozenset[str]:
    """The endpoints that a function is told to reach, or the entry points of a file where none is named."""
    start = f"{file}:{function}" if function else str(file)
    try:
        found = analyse(Request((str(file.parent),), verdict=False, starts=(start,)))
    except UserError:  # it has no entry point
        return frozenset()
    return frozenset(match.endpoint.key for judged in found.report.calls for match in judged.call.matches)


# --- the example, tool by tool ------------------------------------------------------------------------------------------------------

CALLS = {
    "find_person": "find_person('a@example.org')",
    "add_note": "add_note('a@example.org', 'Call', 'text')",
    "my_tasks": "my_tasks('a')",
    "complete_task": "complete_task('1')",
    "colleagues": "list_members()",
    "move_deal": "move_deal('1', 'Won')",
    "shortlist": "shortlist('a@example.org', 'sales')",
}
PROGRAM = """
import sys, types

class FastMCP:
    def __init__(self, name): pass
    def tool(self, **words): return lambda function: function

fastmcp = types.ModuleType("mcp.server.fastmcp")
fastmcp.FastMCP = FastMCP
sys.modules.update({{"mcp": types.ModuleType("mcp"), "mcp.server": types.ModuleType("mcp.server"), "mcp.server.fastmcp": fastmcp}})
from crm_tools import server
server.{call}
"""


@pytest.mark.slow
def test_each_tool_alone_needs_exactly_its_set(tmp_path: Path) -> None:
    """Each tool of the example runs with its set against the stand-in for Attio, and is refused without any part of it."""
    needed = {one.name: one.inventory for one in entry_points(asked(EXAMPLE)) if one.kind == "tool"}
    assert needed.keys() == CALLS.keys()
    with Runs() as runs:
        for name, call in CALLS.items():
            folder = tmp_path / name
            shutil.copytree(EXAMPLE / "crm_tools", folder / "crm_tools", ignore=shutil.ignore_patterns("__pycache__"))
            (folder / "main.py").write_text(PROGRAM.format(call=call), encoding="utf-8")
            granted = {"ATTIO_TOKEN": frozenset(str(one.scope) for one in needed[name].scopes)}
            full = runs.run(folder, granted)
            assert full.failure is None, full.failure
            assert full.requests
            assert not full.refused
            for change, smaller in narrowed(granted):
                assert 403 in [seen.status for seen in runs.run(folder, smaller).refused], f"{name} {change}"


# --- the command line ---------------------------------------------------------------------------------------------------------------


def run(*arguments: str, expect: int = 0) -> str:
    done = CliRunner().invoke(main, list(arguments), catch_exceptions=False)
    assert done.exit_code == expect, done.output
    return done.stdout if expect != 2 else done.output


def test_formats_say_the_same(tmp_path: Path) -> None:
    document = json.loads(run("scopes", "--by", "entry", "--format", "json", str(EXAMPLE)))
    told = {(one["kind"], one["name"]): one["scopes"] for one in document["entry_points"]}
    assert told["tool", "colleagues"] == ["user_management:read"]
    assert document["tokens"] == json.loads(run("scopes", "--format", "json", str(EXAMPLE)))["tokens"]
    of_yaml = yaml.safe_load(run("scopes", "--by", "entry", "--format", "yaml", str(EXAMPLE)))
    assert {(one["kind"], one["name"]): one["scopes"] for one in of_yaml["entry_points"]} == told
    toml = run("scopes", "--by", "entry", "--format", "toml", str(EXAMPLE))
    assert toml.count("[[entry_point]]") == len(told)
    markdown = run("scopes", "--by", "entry", "--format", "markdown", str(EXAMPLE))
    assert "| tool | `colleagues` |  |  |  |  |  |  | read |" in markdown
    assert "markdown belongs to --by entry" in run("scopes", "--format", "markdown", str(EXAMPLE), expect=2)


def test_names_of_the_code_stay_text(tmp_path: Path) -> None:
    evil = "x\\x1b[31m|`<b>@all\\n::error::"
    write(tmp_path, crm=SEND, app=f"from crm import notes\nimport click\n@click.command('{evil}')\ndef one(): notes()\n")
    for form in ("text", "markdown", "yaml", "toml", "json"):
        told = run("scopes", "--by", "entry", "--format", form, str(tmp_path))
        assert "\x1b" not in told
        assert "\n::error" not in told
    assert "<b>" not in run("scopes", "--by", "entry", "--format", "markdown", str(tmp_path))


def test_from_gives_one_program(tmp_path: Path) -> None:
    server = EXAMPLE / "crm_tools" / "server.py"
    told = run("scopes", "--from", f"{server}:find_person", "--format", "yaml", str(EXAMPLE))
    assert yaml.safe_load(told) == {"scopes": ["object_configuration:read", "record_permission:read"]}
    two = run("scopes", "--from", f"{server}:find_person", "--from", f"{server}:list_members", "--format", "yaml", str(EXAMPLE))
    assert yaml.safe_load(two) == {"scopes": ["object_configuration:read", "record_permission:read", "user_management:read"]}
    whole = run("scopes", "--from", str(server), "--format", "yaml", str(EXAMPLE))
    assert "note:read-write" in whole
    assert "task:read-write" in whole


def test_from_a_function_that_calls_nothing_needs_nothing(tmp_path: Path) -> None:
    write(tmp_path, crm=SEND, app="def idle(): return 1\n")
    assert "No scope is needed" in run("scopes", "--from", str(tmp_path / "app.py:idle"), str(tmp_path))


def test_from_what_is_not_there_is_told(tmp_path: Path) -> None:
    write(tmp_path, crm=SEND, app="def idle(): return 1\n")
    assert "did you mean idle?" in run("scopes", "--from", str(tmp_path / "app.py:idel"), str(tmp_path), expect=2)
    assert "is not among the files that are analysed" in run("scopes", "--from", "nowhere.py:f", str(tmp_path), expect=2)
    assert "no entry point in it leads to a call" in run("scopes", "--from", str(tmp_path / "app.py"), str(tmp_path), expect=2)


def test_check_one_program_against_its_token(tmp_path: Path) -> None:
    write(tmp_path, crm=SEND, one="import crm\ndef main(): crm.notes()\n", two="import crm\ndef main(): crm.tasks()\n")
    configuration = "tokens: {reader: {scopes: [note:read, object_configuration:read, record_permission:read, task:read], env: [A]},"
    (tmp_path / "attio-scopes.yaml").write_text(configuration + " writer: {scopes: [note:read], env: [B]}}\n", encoding="utf-8")
    start = f"{tmp_path / 'one.py'}:main"
    told = run("check", "--token", "reader", "--from", start, "--format", "json", str(tmp_path))
    report = json.loads(told)
    assert [(finding["code"], finding["missing_scopes"]) for finding in report["findings"]] == [("ATS101", ["task:read"])]
    assert [token["unused"] for token in report["tokens"]] == [["task:read"]]
    assert len(report["calls"]) == 1
    run("check", "--token", "writer", "--from", start, str(tmp_path), expect=1)
    assert "did you mean reader?" in run("check", "--token", "raeder", "--from", start, str(tmp_path), expect=2)
    assert "--token belongs to --from" in run("check", "--token", "reader", str(tmp_path), expect=2)
    assert "--fix does not go with --from" in run("check", "--fix", "--from", start, str(tmp_path), expect=2)


def test_a_change_names_the_entry_points_that_need_more(tmp_path: Path) -> None:
    before = write(tmp_path / "before", crm=SEND, app="from crm import *\nimport click\n@click.command()\ndef one(): notes()\n")
    after = write(
        tmp_path / "after", crm=SEND,
        app="from crm import *\nimport click\n@click.command()\ndef one():\n    notes(); tasks()\n@click.command()\ndef two(): notes()\n",
    )  # fmt: skip
    states = [
        snapshot([judged.call for judged in outcome.report.calls], inventories(outcome), entry_points(outcome))
        for outcome in (asked(before), asked(after))
    ]
    change = compare(states[0], states[1], ("a", "b"))
    assert [(one.entry.name, one.is_new, [str(scope) for scope in one.more]) for one in change.entries] == [
        ("one", False, ["task:read", "user_management:read"]),
        ("two", True, ["note:read", "object_configuration:read", "record_permission:read"]),
    ]
    assert "command one (app.py:4): task:read, user_management:read" in render_text(change)
    assert "- command `two` (`app.py:7`, new): note:read" in render_markdown(change)
    assert json.loads(render_json(change))["entry_points"][0]["more"] == ["task:read", "user_management:read"]
    assert compare(states[1], states[1], ("b", "b")).entries == ()


def test_the_page_has_a_table_and_a_choice(tmp_path: Path) -> None:
    page = run("report", str(EXAMPLE), "--source-url", "https://example.org/{path}#{line}", "--revision", "1")
    assert "<h2>Entry points (8)</h2>" in page
    assert '<option value="user_management">tool colleagues</option>' in page
    assert 'href="https://example.org/crm_tools/server.py#' in page
    assert page.count("<th>") == 8
    write(tmp_path, crm=SEND, app="from crm import notes\nimport click\n@click.command('</option><script>')\ndef one(): notes()\n")
    assert "<script>alert" not in run("report", str(tmp_path))
    assert "&lt;/option&gt;&lt;script&gt;" in run("report", str(tmp_path))


def test_the_rules_are_as_their_schema_says() -> None:
    folder = rules_folder()
    rules = yaml.safe_load((folder / "frameworks" / "entry_points.yaml").read_text(encoding="utf-8"))
    schema = json.loads((folder / "schema" / "entry_points.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(rules)


def test_a_second_run_tells_the_same_from_the_cache(tmp_path: Path) -> None:
    write(tmp_path, crm=SEND, app="from crm import notes\ndef main(): notes()\n")
    first = analyse(Request((str(tmp_path),), verdict=False, by_entry=True, cache=True))
    assert entry_points(first) == entry_points(analyse(Request((str(tmp_path),), verdict=False, by_entry=True, cache=True)))
    assert analyse(Request((str(tmp_path),), verdict=False, cache=True)).report.bodies == ()


def test_several_projects_have_their_own(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write(tmp_path / name, crm=SEND, app="from crm import notes\ndef main(): notes()\n")
        (tmp_path / name / "attio-scopes.yaml").write_text("scopes: [note:read]\n", encoding="utf-8")
    found = entry_points(asked(tmp_path))
    assert [(one.kind, one.project, one.path) for one in found if one.kind] == [("main", "a", "a/app.py"), ("main", "b", "b/app.py")]
    check: list[EntryNeeds] = [one for one in found if one.kind]
    assert all(call.site.place.path.startswith(one.project + "/") for one in check for call in one.calls)
