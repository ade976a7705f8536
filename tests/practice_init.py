"""`init` on real projects, then `check`: `python -m tests.practice_init DIR`.

Takes a folder of projects, copies each to a folder of its own, runs `attio-scopes init` and `attio-scopes check` there, and prints a line
for each: the exit codes, the calls, what is missing, possible, unused or broader. Exits 1 unless every project with a call ends with
exit code 0, nothing missing and nothing unused. The projects are read, never run, and nothing is written into them.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

LEFT_OUT = shutil.ignore_patterns(".git", "__pycache__", "attio-scopes.yaml", ".attio_scopes_cache")


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """One command of attio-scopes in a folder."""
    command = [sys.executable, "-I", "-m", "attio_scopes", *arguments]  # -I: nothing is imported from the folder
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)


def try_project(project: Path) -> tuple[bool, str]:
    """(whether it is as it should be, the line that says how it is) of one project."""
    with tempfile.TemporaryDirectory(prefix="attio-scopes-") as name:
        folder = Path(shutil.copytree(project, Path(name) / "project", ignore=LEFT_OUT))
        started = run(folder, "init")
        if started.returncode:
            return False, f"{project.name}: init exits with {started.returncode}: {started.stderr.strip()}"
        checked = run(folder, "check", "--format", "json")
        report: dict[str, Any] = json.loads(checked.stdout)
    lists = {name: [scope for token in report["tokens"] for scope in token[name]] for name in ("missing", "possible", "unused", "broader")}
    right = checked.returncode == 0 and not (lists["missing"] or lists["unused"] or lists["broader"])
    told = ", ".join(f"{len(scopes)} {name}" for name, scopes in lists.items())
    return right, f"{project.name}: check exits with {checked.returncode}; {report['summary']['calls']} calls; {told}"


def main(folder: Path) -> int:
    """Every project of a folder; 0 if all are as they should be."""
    results = [try_project(project) for project in sorted(folder.iterdir()) if project.is_dir()]
    for right, line in results:
        sys.stdout.write(("ok  " if right else "BAD ") + line + "\n")
    good = sum(right for right, _ in results)
    sys.stdout.write(f"{good} of {len(results)} as they should be\n")
    return 0 if results and good == len(results) else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
