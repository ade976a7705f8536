"""`check`, the flake8 plugin and the pre-commit hook say the same of the same project.

Real repositories are compared too if the environment variable ATTIO_SCOPES_PRACTICE names a folder with one in each of its
folders: OWNER+NAME, sources only. They are copied, read and never run.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.same_findings import of_check, of_flake8, of_hook

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "crm-sync"
DECLARED = "scopes:\n  - note:read\n  - record_permission:read\n"
PRACTICE = os.environ.get("ATTIO_SCOPES_PRACTICE", "")
AT_LEAST = 3
"""Real repositories that have to have findings, or the comparison says nothing."""


@pytest.mark.slow
def test_on_the_example(tmp_path: Path) -> None:
    project = Path(shutil.copytree(EXAMPLE, tmp_path / "crm-sync", ignore=shutil.ignore_patterns("__pycache__")))
    expected = of_check(project)
    assert [(path, code) for path, _, _, code, _ in sorted(expected)] == [("crm_sync/client.py", "ATS001")] * 3
    assert of_flake8(project) == expected
    assert of_hook(project) == expected


@pytest.mark.builds
def test_on_real_repositories(tmp_path: Path) -> None:
    if not PRACTICE:
        pytest.skip("NOT COMPARED on real repositories: set ATTIO_SCOPES_PRACTICE to a folder of them (see this file)")
    compared = {}
    for source in sorted(path for path in Path(PRACTICE).iterdir() if path.is_dir()):
        project = Path(shutil.copytree(source, tmp_path / source.name, symlinks=True, ignore=shutil.ignore_patterns(".git", ".flake8")))
        (project / "attio-scopes.yaml").write_text(DECLARED, encoding="utf-8")
        expected = of_check(project)
        # flake8 asks no plugin about a file that this Python cannot parse.
        parsed = frozenset(found for found in expected if found[3] != "ATS901")
        assert of_flake8(project, "-j", "2", ".") == parsed, source.name
        assert of_hook(project) == expected, source.name
        compared[source.name] = len(expected)
    assert sum(number > 0 for number in compared.values()) >= AT_LEAST, compared
