"""Notebooks: read cell by cell, each line where it stands in the file; refused and told where that cannot be known."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from attio_scopes.cli import main
from attio_scopes.discover.notebook import python_of


def notebook(*cells: str, language: str = "python", indent: int | None = 1) -> str:
    """As Jupyter writes one; a cell that begins with `# ` in Markdown is text."""
    made: list[dict[str, Any]] = []
    for number, cell in enumerate(cells):
        lines = cell.splitlines(keepends=True)
        if cell.startswith("#!"):
            made.append({"cell_type": "markdown", "id": str(number), "metadata": {}, "source": lines})
        else:
            made.append({"cell_type": "code", "execution_count": 1, "id": str(number), "metadata": {}, "outputs": [
                {"output_type": "stream", "name": "stdout", "text": ["https://api.attio.com/v2/tasks\n"]}], "source": lines})  # fmt: skip
    whole = {"cells": made, "metadata": {"language_info": {"name": language}}, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(whole, indent=indent)


CELLS = (
    "#! Attio, as Markdown",
    "%load_ext autoreload\nimport requests\n!pip install attio\nfrom crm import BASE",
    "def read():\n    return requests.get(\n        BASE + '/webhooks'\n    )\n\nread()",
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "crm.py").write_text('BASE = "https://api.attio.com/v2"\n', encoding="utf-8")
    (tmp_path / "look.ipynb").write_text(notebook(*CELLS), encoding="utf-8")
    (tmp_path / "attio-scopes.yaml").write_text("scopes: [file:read]\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def attio_scopes(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def test_a_call_in_a_cell_has_its_line_in_the_file(project: Path) -> None:
    text = attio_scopes("calls", "--no-cache").stdout
    line = next(n for n, raw in enumerate((project / "look.ipynb").read_text().splitlines(), 1) if "requests.get" in raw)
    assert f"look.ipynb:{line}:12 (cell 2, line 2): GET /v2/webhooks" in text
    assert attio_scopes("calls", "look.ipynb", "--no-cache").stdout.startswith(f"look.ipynb:{line}:12 (cell 2, line 2): GET /v2/webhooks")
    explained = attio_scopes("explain", f"look.ipynb:{line}")
    assert (explained.exit_code, "GET /v2/webhooks" in explained.stdout) == (0, True)


def test_findings_show_the_cell(project: Path) -> None:
    full = attio_scopes("check", "--no-cache").stdout
    assert "(cell 2, line 2): error ATS001" in full
    assert "|     return requests.get(" in full
    assert "(cell 2, line 2)" in attio_scopes("check", "--no-cache", "--format", "concise").stdout
    report = json.loads(attio_scopes("check", "--no-cache", "--format", "json").stdout)
    (call,) = report["calls"]
    assert (call["cell"], call["cell_line"]) == (2, 2)
    assert [finding.get("cell") for finding in report["findings"] if finding["code"] == "ATS001"] == [2]


def test_a_comment_in_a_cell_counts(project: Path) -> None:
    cells = (*CELLS[:2], "requests.get(BASE + '/webhooks')  # attio-scopes: ignore[ATS001] a demonstration")
    (project / "look.ipynb").write_text(notebook(*cells), encoding="utf-8")
    assert "ATS001" not in attio_scopes("check", "--no-cache").stdout


@pytest.mark.parametrize(
    ("cell", "python"),
    [
        ("%matplotlib inline\nx = 1", "pass\nx = 1"),
        ("!ls\nx = 1", "pass\nx = 1"),
        ("x?\ny = 1", "pass\ny = 1"),
        ("x = !ls\ny = %time f()", "x = None\ny = None"),
        ("%%time\nx = 1", "pass\nx = 1"),
        ("%%bash\ncurl x", ""),
        ("x = (7\n% 3)\ny = '''\n!no\n'''", "x = (7\n% 3)\ny = '''\n!no\n'''"),
        ("x = 1 + \\\n!2", "x = 1 + \\\n!2"),
        ("if x:\n    !ls\n    y()", "if x:\n    pass\n    y()"),
        ("await get()", "await get()"),
        ("z = '(' # [\n%magic", "z = '(' # [\npass"),
    ],
)
def test_what_is_for_ipython_is_left_out(cell: str, python: str) -> None:
    made = python_of(notebook("attio = 1", cell).encode()).decode().split("# cell 2\n")
    assert "".join(made[1:]).strip("\n") == python


def test_other_languages_are_no_python() -> None:
    assert python_of(notebook("attio", language="R").encode()) == b""


def of_kernel(metadata: dict[str, object]) -> bytes:
    """The Python of a notebook with these metadata."""
    return python_of(json.dumps({**json.loads(notebook("attio")), "metadata": metadata}, indent=1).encode())


@pytest.mark.parametrize(
    "metadata",
    [
        {},
        {"kernelspec": {"name": "python3"}, "language_info": {"name": "julia"}},
        {"kernelspec": {"name": "crm", "language": "python"}, "language_info": {"name": "R"}},
        {"kernelspec": {"name": "crm", "display_name": "Python (crm)"}, "language_info": {"name": "R"}},
        {"kernelspec": {"name": "crm"}, "language_info": {"name": "ipython"}},
    ],
)
def test_one_word_for_python_is_enough(metadata: dict[str, object]) -> None:
    """Jupyter starts the kernel, whatever else a notebook says of its language."""
    assert b"attio" in of_kernel(metadata)


def test_a_kernel_of_another_language_is_no_python() -> None:
    assert of_kernel({"kernelspec": {"name": "julia-1.9", "language": "julia", "display_name": "Julia"}}) == b""


@pytest.mark.parametrize("comment", ["# cell two", "# cell 99", "# cell -1", "# cell " + "9" * 5_000, "x = '''\n# cell 7\n'''"])
def test_no_comment_is_the_number_of_a_cell(project: Path, comment: str) -> None:
    text = notebook("import requests", f"{comment}\nrequests.get('https://api.attio.com/v2/webhooks')")
    (project / "look.ipynb").write_text(text, encoding="utf-8")
    done = attio_scopes("calls", "look.ipynb", "--no-cache")
    assert (done.exit_code, f"(cell 2, line {comment.count(chr(10)) + 2}): GET /v2/webhooks" in done.stdout) == (0, True), done.output


CALL = "requests.get('https://api.attio.com/v2/webhooks')"


@pytest.mark.parametrize(
    "cell",
    [f"%time {CALL}", f"%timeit -n 1 -r 3 {CALL}", f"%prun -q {CALL}", f"if x:\n    %time {CALL}", f"%%python3\nimport requests\n{CALL}"],
)
def test_python_that_a_magic_runs_is_looked_at(project: Path, cell: str) -> None:
    (project / "look.ipynb").write_text(notebook("import requests\nx = 1", cell), encoding="utf-8")
    done = attio_scopes("calls", "look.ipynb", "--no-cache")
    column = cell.splitlines()[-1].index("requests") + 1
    assert f":{column} (cell 2, line {cell.count(chr(10)) + 1}): GET /v2/webhooks" in done.stdout, done.output


@pytest.mark.parametrize(
    "text",
    [notebook(*CELLS, indent=None), "{} attio", "no notebook attio", '{"cells": "attio", "metadata": {}}', '{"worksheets": ["attio"]}',
     "[" * 9000 + "attio"],
)  # fmt: skip
def test_what_cannot_be_read_line_by_line_is_told(project: Path, text: str) -> None:
    (project / "look.ipynb").write_text(text, encoding="utf-8")
    result = attio_scopes("check", "--no-cache")
    assert result.exit_code == 1
    assert "look.ipynb:1:1" in result.stdout
    assert "ATS901" in result.stdout
    (project / "look.ipynb").write_text(re.sub("attio", "other", text, flags=re.IGNORECASE), encoding="utf-8")
    assert "ATS901" not in attio_scopes("check", "--no-cache").stdout


def test_a_notebook_of_tests_is_test_code(project: Path) -> None:
    (project / "look.ipynb").rename(project / "test_look.ipynb")
    assert "1 file of test code" in attio_scopes("calls", "--no-cache").stdout
