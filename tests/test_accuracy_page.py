"""docs/accuracy.md names every known gap with its reason, and its figures on the cases are those of the cases."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import practice_accuracy

PAGE = Path(__file__).resolve().parent.parent / "docs" / "accuracy.md"


def test_every_gap_has_a_reason() -> None:
    assert sorted(practice_accuracy.gaps()) == sorted(practice_accuracy.WHY)


def test_every_gap_is_on_the_page() -> None:
    if not PAGE.exists():
        pytest.skip("docs/ is not in this copy of the project")
    text = PAGE.read_text(encoding="utf-8")
    told = text.partition("## What is not found")[2].partition("\n## ")[0]
    assert [line for line in told.splitlines() if line.startswith("|")] == practice_accuracy.gap_table()


def test_commits_are_read_from_the_table() -> None:
    readme = f"| repository | commit | sites |\n|---|---|---|\n| some.one/a-project | {'0a' * 20} | 7 |\n| other/half | 0a0a | 7 |\n"
    assert practice_accuracy.commits(readme) == {"some.one/a-project": "0a" * 20}


def test_a_folder_without_labels_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        practice_accuracy.main([str(tmp_path), "--practice", str(tmp_path)])
    assert ended.value.code == 2
    assert "has no evaluate.py" in capsys.readouterr().err
