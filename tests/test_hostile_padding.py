"""Every constant that bounds something outside of the engine, made small: what is past it is told, and nothing vanishes.

A project that is small against a bound is then what one is that was padded until it is past it.
"""

from __future__ import annotations

import ast
import importlib
import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

import attio_scopes
from tests.hostile import Done, command

PACKAGE = Path(attio_scopes.__file__).parent
ENGINE = ("engine",)
A_BOUND = re.compile(r"_?(MOST|LARGEST|LONGEST|DEEPEST|MAXIMUM|SHOWN|NAMED|REFERENCES|SECONDS)(_\w+)?")

REFUSED = "a file of the project is refused, by ATS901"
USAGE = "exit 2, with the reason"
NOTED = "a note says so"
SAME = "only the way to the same result, or the number of things that a sentence names"
DOCUMENT = "exit 2 where a document or a manifest is past it (test_hostile_manifest.py)"
ELSEWHERE = "of another command, which tells it: of `verify`, `diff`, `explain`, `traffic`, `manifest update`"
"""What becomes of a run for which a bound is too small."""

BOUNDS = {
    "discover.LARGEST": REFUSED,
    "depth.MOST_NESTING": REFUSED,
    "depth.MOST_DEPTH": REFUSED,
    "depth.MOST_IN_CASE": REFUSED,
    "depth.MOST_IN_DEL": REFUSED,
    "depth.MOST_ELIF": REFUSED,
    "depth.MOST_BLANKS": REFUSED,
    "depth.MOST_WORK": REFUSED,
    "prefilter.MOST_DYNAMIC": NOTED,
    "configure.check.MOST_TOKENS": USAGE,
    "configure.check.MOST_GLOBS": USAGE,
    "configure.documents._LARGEST": USAGE,
    "configure.documents._DEEPEST": SAME,
    "configure.documents._LARGEST_YAML": SAME,
    "configure.manifest_file.LARGEST": SAME,
    "prefilter.MOST_SEARCHES": SAME,
    "reading.MOST_KEPT": SAME,
    "spelled._MOST_PIECES": SAME,
    "judge.advice.MOST_LISTED": SAME,
    "judge.messages._MOST_PINS": SAME,
    "judge.messages._MOST_TOKENS": SAME,
    "limits._NAMED": SAME,
    "model.errors._MOST_PROBLEMS": SAME,
    "model.errors._LONGEST_LINE": SAME,
    "discover.ignore_rules.MOST_RULES": SAME,
    "discover.environment.MOST_BYTES": SAME,
    "discover.environment.MOST_FILES": SAME,
    "discover.environment._LARGEST_PTH": SAME,
    "discover.environment._LARGEST_RECORD": SAME,
    "discover.environment._MOST_LINES": SAME,
    "discover.environment._MOST_PTH": SAME,
    "packages.MOST": SAME,
    "model.nearest.MOST": SAME,
    "model.nearest.LONGEST": SAME,
    "model.nearest._LONGEST_WORD": SAME,
    "noted._NAMED": SAME,
    "report.automatic.MOST_IN_FULL": SAME,
    "report.frame._LONGEST_LINE": SAME,
    "report.frame._MOST_LINES": SAME,
    "report.remarks._SHOWN": SAME,
    "cache.store.MOST_BYTES": SAME,
    "explain.refusal.MOST": SAME,
    "manifest.refusal.LARGEST": ELSEWHERE,
    "recordings.LARGEST": ELSEWHERE,
    "pytest_plugin._MOST_FRAMES": SAME,
    "manifest.openapi._LONGEST_ADDRESS": DOCUMENT,
    "manifest.openapi._REFERENCES": DOCUMENT,
    "manifest.source._LARGEST": DOCUMENT,
    "manifest.sdk_package.LARGEST": ELSEWHERE,
    "manifest.source._LONGEST_NUMBER": DOCUMENT,
    "manifest.source._MOST_NODES": DOCUMENT,
    "strict_yaml.MAXIMUM_DEPTH": DOCUMENT,
    "strict_yaml.MOST_PROBLEMS": DOCUMENT,
    "rule_files._LARGEST": DOCUMENT,
    "cli.explain.MOST_IN_FULL": ELSEWHERE,
    "cli.manifest_update.LARGEST": ELSEWHERE,
    "flake8_plugin._MOST_PROJECTS": ELSEWHERE,
    "report.scope_change.MOST_CALLS": ELSEWHERE,
    "revisions.LARGEST_FILE": ELSEWHERE,
    "revisions._SECONDS": ELSEWHERE,
    "verify.LARGEST_BODY": ELSEWHERE,
    "verify.MOST_NAMED": ELSEWHERE,
    "verify.exchange.MOST_REDIRECTS": ELSEWHERE,
}
NESTED = (
    "send = requests.post\n"
    "X = {'a': ((1,), [2])}\nif X == 1:\n    pass\nelif X == 2:\n    pass\nelif X == 3:\n    pass\nY = 1 + 2 + 3 + 4\n" + "Z = -1\n" * 400
)
FILES = {
    "app.py": "import requests\nfrom client import go\n\ngo('/notes')\nrequests.get('https://api.attio.com/v2/self')\n",
    "client.py": "import requests\n\n\ndef go(path):\n    requests.get('https://api.attio.com/v2' + path)\n",
    "nested.py": f"import requests\n\n{NESTED}\nrequests.get('https://api.att' '' 'io.com/v2/tasks',      timeout=(1, (2)))\n",
    "cases.py": "import requests\n\nmatch requests.codes:\n    case ((1 | 2), [3]):\n        del ([requests.x], (requests.y))\nrequests.get('https://api.attio.com/v2/lists')\n",
    "loader.py": "import importlib\n\n\ndef load(name):\n    return importlib.import_module('plugins.' + name).send\n",
    "plugins/__init__.py": "",
    "plugins/crm.py": "import requests\n\n\ndef send():\n    requests.get('https://api.attio.com/v2/webhooks')\n",
    **{f"user_{number}.py": "import loader\nimport client\n\nclient.go('/objects')\n" for number in range(4)},
    **{f"late_{number}.py": "import loader\n\nloader.load('crm')()\n" for number in range(4)},
    "pyproject.toml": "[tool.attio-scopes]\nexclude = ['old', 'older']\n\n"
    "[tool.attio-scopes.tokens.one]\nscopes = []\npaths = ['nothing/**']\n[tool.attio-scopes.tokens.two]\nscopes = ['note:read']\n",
}  # fmt: skip


def bounds() -> set[str]:
    """Each constant of a module that is named like a bound, by its dotted name."""
    found = set()
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        name = ".".join(part for part in parts if part != "__init__")
        if name.startswith(ENGINE):
            continue
        for statement in ast.parse(path.read_text(encoding="utf-8")).body:
            targets = statement.targets if isinstance(statement, ast.Assign) else []
            for target in targets:
                if isinstance(target, ast.Name) and A_BOUND.fullmatch(target.id):
                    value = getattr(importlib.import_module(f"attio_scopes.{name}"), target.id)
                    if isinstance(value, int | float):
                        found.add(f"{name}.{target.id}")
    return found


def test_every_bound_is_known() -> None:
    assert bounds() == set(BOUNDS)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("padded")
    for name, text in FILES.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def checked(folder: Path) -> Done:
    return command("check", "--no-cache", "--jobs", "1", "--format", "json", cwd=folder)


@pytest.fixture(scope="module")
def whole(project: Path) -> dict[str, Any]:
    report: dict[str, Any] = json.loads(checked(project).stdout)
    assert len(report["calls"]) >= 8
    assert report["notes"] == []
    return report


def make_small(patch: pytest.MonkeyPatch, name: str) -> None:
    """Wherever the constant was imported to."""
    module, _, constant = name.rpartition(".")
    value = getattr(importlib.import_module(f"attio_scopes.{module}"), constant)
    for loaded in list(sys.modules.values()):
        if getattr(loaded, "__name__", "").startswith("attio_scopes") and getattr(loaded, constant, None) is value:
            patch.setattr(loaded, constant, 1)


@pytest.mark.parametrize("name", [name for name, what in BOUNDS.items() if what not in (DOCUMENT, ELSEWHERE)])
def test_past_a_bound_nothing_vanishes(project: Path, whole: dict[str, Any], name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    places = {(call["path"], call["line"]) for call in whole["calls"]}
    make_small(monkeypatch, name)
    if name == "prefilter.MOST_DYNAMIC":
        make_small(monkeypatch, "reading.FEW")  # only where many files say Attio
    done = checked(project)
    if BOUNDS[name] == USAGE:
        assert (done.returncode, done.stdout) == (2, ""), done
        assert done.stderr
        return
    report = json.loads(done.stdout)
    refused = {finding["path"] for finding in report["findings"] if finding["code"] == "ATS901"}
    lost = places - {(call["path"], call["line"]) for call in report["calls"]}
    if BOUNDS[name] == SAME:
        assert report["calls"] == whole["calls"]
        assert (refused, report["notes"]) == (set(), [])
    elif BOUNDS[name] == NOTED:
        assert report["notes"]
    else:
        assert refused
        behind = {"app.py", *(f"user_{number}.py" for number in range(4))} if "client.py" in refused else set()
        assert {path for path, _ in lost} <= refused | behind
    assert all(not token["unused"] for token in report["tokens"]) or BOUNDS[name] == SAME
