"""`attio-scopes explain FILE:LINE`: how a call was read."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from attio_scopes.cli import main

CLIENT = """import os
import requests

HEADERS = {"Authorization": f"Bearer {os.environ['CRM_KEY']}"}


def send(method, path):
    return requests.request(method, "https://api.attio.com/v2" + path, headers=HEADERS)


def drop(note_id):
    return send("DELETE", f"/notes/{note_id}")


def odd(settings):
    return send("GET", settings.path)


send("GET", "/lists")
send("POST", "/lists")
send("GET", "/tasks")
"""


def explained(folder: Path, line: int) -> tuple[int, str]:
    """Exit code and output of explaining a line of the client."""
    (folder / "client.py").write_text(CLIENT)
    result = CliRunner().invoke(main, ["explain", f"{folder / 'client.py'}:{line}"])
    return result.exit_code, result.output


def test_a_call_is_explained_with_values_frames_endpoint_scopes_and_token(tmp_path: Path) -> None:
    code, shown = explained(tmp_path, 12)
    assert code == 0
    assert "DELETE https://api.attio.com/v2/notes/{note_id}" in shown
    assert "{note_id} is not known: callers set the parameter `note_id`" in shown
    assert "client.py:8:12 send" in shown
    assert "needs note:read-write" in shown
    assert "read from attio-openapi-2026-10" in shown
    assert "CRM_KEY" in shown


def test_a_line_that_sends_for_many_lists_them(tmp_path: Path) -> None:
    code, shown = explained(tmp_path, 8)
    assert code == 0
    assert "calls are sent through this line" in shown
    assert "client.py:12" in shown
    assert "client.py:20" in shown


def test_a_line_without_a_call_says_where_calls_are(tmp_path: Path) -> None:
    code, shown = explained(tmp_path, 1)
    assert code == 2
    assert "no call to Attio was found there" in shown
    assert "12" in shown


def test_a_missing_file_is_the_users_error(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["explain", f"{tmp_path / 'none.py'}:3"])
    assert result.exit_code == 2
    assert "no such file" in result.output


UNREADABLE = {
    "no Python": b"import requests\nrequests.get('https://api.attio.com/v2/notes'\n",
    "too deep": b"import requests\nx = " + b"(" * 200 + b"1" + b")" * 200 + b"\nrequests.get('https://api.attio.com/v2/notes')\n",
    "no text": b"import requests\nrequests.get('https://api.attio.com/v2/notes')\n\xff\xfe\n",
}


@pytest.mark.parametrize("kind", UNREADABLE)
def test_a_file_that_cannot_be_analysed_is_told(tmp_path: Path, kind: str) -> None:
    (tmp_path / "client.py").write_text(CLIENT)
    (tmp_path / "odd.py").write_bytes(UNREADABLE[kind])
    done = CliRunner().invoke(main, ["explain", f"{tmp_path / 'odd.py'}:2"])
    assert done.exit_code == 2
    assert "whether there is a call to Attio is not known" in done.output
    assert "odd.py" in done.output
    assert "cannot be analysed" in done.output


def test_what_else_cannot_be_analysed_is_told(tmp_path: Path) -> None:
    """Also of a line with a call, and of a file that no Attio code imports only where there is one."""
    (tmp_path / "helper.py").write_text("def path(:\n")
    code, shown = explained(tmp_path, 20)
    assert (code, "helper.py" in shown) == (0, False)
    (tmp_path / "client.py").write_text(CLIENT + "import helper\nsend('GET', helper.path())\n")
    for line, expected in ((20, 0), (1, 2)):
        done = CliRunner().invoke(main, ["explain", f"{tmp_path / 'client.py'}:{line}"])
        assert (done.exit_code, "cannot be analysed" in done.output, "helper.py" in done.output) == (expected, True, True), done.output


@pytest.mark.parametrize("command", ["calls", "scopes", "check"])
def test_what_is_beside_a_file_and_cannot_be_analysed_is_told(tmp_path: Path, command: str) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.attio-scopes]\nscopes = ['note:read']\n")
    (tmp_path / "helper.py").write_text("def path(:\n")
    (tmp_path / "other.py").write_text("x = [\n")
    (tmp_path / "client.py").write_text(CLIENT + "import helper\nsend('GET', helper.path())\n")
    done = CliRunner().invoke(main, [command, str(tmp_path / "client.py")])
    assert "helper.py" in done.output
    assert "other.py" not in done.output


def test_what_the_code_calls_a_method_is_escaped(tmp_path: Path) -> None:
    (tmp_path / "client.py").write_text(
        "import requests\n\nrequests.request('\\x1b[2K\\n::add-mask::x', 'https://api.attio.com/v2/notes')\n"
    )
    done = CliRunner().invoke(main, ["explain", f"{tmp_path / 'client.py'}:3"])
    assert done.exit_code == 0
    assert "\\x1b[2K\\x0a::ADD-MASK::X https://api.attio.com/v2/notes" in done.output
    assert "\x1b" not in done.output


def test_a_line_beyond_all_numbers(tmp_path: Path) -> None:
    (tmp_path / "client.py").write_text(CLIENT)
    assert CliRunner().invoke(main, ["explain", f"{tmp_path / 'client.py'}:{'9' * 5_000}"]).exit_code == 2


@pytest.mark.parametrize("line", [3, 4])
def test_a_file_that_leads_to_nothing_of_attio_is_accounted_for(tmp_path: Path, line: int) -> None:
    """It is not parsed for the calls themselves; the question is enough reason to."""
    (tmp_path / "client.py").write_text(CLIENT)
    text = "import client\nimport requests\nclient.drop('1')\nrequests.get('https://example.com')\n"
    (tmp_path / "job.py").write_text(text.replace("client.drop('1')", "print(client.HEADERS)"))
    result = CliRunner().invoke(main, ["explain", f"{tmp_path / 'job.py'}:{line}"])
    assert result.exit_code == 0, result.output
    assert f"job.py:{line}:1: " in result.output
