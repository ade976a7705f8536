"""The import contract and the house rules that a linter does not know, over every module of the package."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "attio_scopes"
MODULES = sorted(PACKAGE.rglob("*.py"))

STAGES = {"discover", "parse", "collect", "directives", "link", "engine", "match", "noted", "pins", "judge", "report", "verify"}
STAGES |= {
    "suppress",
    "baseline",
    "compare",
    "revisions",
    "explain",
    "recordings",
    "prefilter",
    "spelled",
    "outline",
    "packages",
    "reach",
    "entrances",
    "candidates",
    "workload",
    "shown",
    "cache",
}
SHELLS = {
    "pipeline",
    "evaluation",
    "programs",
    "projects",
    "reading",
    "portions",
    "memory",
    "parsing",
    "processes",
    "limits",
    "cli",
    "flake8_plugin",
    "mcp_server",
    "pytest_plugin",
    "witness",
    "__main__",
}
DATA = {"configure", "rule_files", "manifest"}
GROUND = {"model", "disk", "globs", "depth", "strict_yaml"}
"""What every room may use: data, and three small tools that know nothing of Attio."""

# Third-party package -> the top-level modules of ours that may import it.
FENCES = {
    "click": {"cli"},
    "libcst": {"parse", "collect"},
    "yaml": {"configure", "rule_files", "manifest", "recordings", "strict_yaml"},
    "tomlkit": {"configure"},
    "pathspec": {"globs", "discover"},
}
# Package of an extra -> the one module that imports it, which nothing of ours imports: only that package itself loads it.
EXTRAS = {"flake8": {"flake8_plugin"}, "mcp": {"mcp_server"}, "pytest": {"pytest_plugin"}}
EVERYWHERE = {"msgspec"}
"""What records are made with, in any module."""
MAX_LINES = 400
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "base", "manager"}


def part_of(path: Path) -> str:
    """The top-level module that a file belongs to: `cli` for attio_scopes/cli/check.py, "" for the package itself."""
    inside = path.relative_to(PACKAGE)
    return inside.parts[0].removesuffix(".py") if inside.name != "__init__.py" or len(inside.parts) > 1 else ""


ROOMS = {part or "the package": [path for path in MODULES if part_of(path) == part] for part in sorted({part_of(path) for path in MODULES})}
"""The modules of each room: one test looks at all of them."""


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports(path: Path) -> set[str]:
    """Absolute dotted names of everything that a module imports, anywhere in it."""
    package = path.relative_to(ROOT).with_suffix("").parts
    package = package[:-1]
    found: set[str] = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else ()
            stem = ".".join((*start, *((node.module,) if node.module else ())))
            found.update(f"{stem}.{alias.name}" for alias in node.names)
    return found


def named_targets(path: Path) -> set[str]:
    """`module:function` texts: a lazy table of commands imports its targets all the same."""
    found = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("attio_scopes."):
            found.add(node.value.partition(":")[0])
    return found


def own_parts(names: set[str]) -> set[str]:
    return {name.split(".")[1] for name in names if name.startswith("attio_scopes.") and name.count(".") >= 1}


def lint_imports(cwd: Path) -> subprocess.CompletedProcess[str]:
    pytest.importorskip("importlinter", reason="import-linter is not installed (pip install '.[dev]')")
    code = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
    environment = {**os.environ, "PYTHONPATH": str(cwd), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, "-c", code, "--no-cache"], cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


PARTS = ROOMS.keys() - {"the package"}


def test_there_is_something_to_check() -> None:
    assert len(MODULES) > 5
    assert not PARTS - (STAGES | SHELLS | DATA | GROUND), "give the new module its place"


def test_lint_imports() -> None:
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    ("module", "text", "contract"),
    [
        ("link", "import attio_scopes.match\n", "independent stages"),
        ("model/path", "import attio_scopes.report\n", "Shells above the pipeline"),
        ("judge", "import attio_scopes.rule_files\n", "Stages read neither rules"),
        ("report", "import libcst\n", "libcst stays"),
        ("pipeline", "import click\n", "click stays"),
        ("engine", "import yaml\n", "yaml stays"),
        ("newcomer", "import os\n", "not listed as layers"),
    ],
)
def test_lint_imports_notices(tmp_path: Path, module: str, text: str, contract: str) -> None:
    """The contract can fail: a broken copy of a skeleton package is refused, for the reason expected."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    skeleton = tmp_path / "attio_scopes"
    for name in ("__init__", "model/__init__", "model/path", *STAGES, *DATA, "pipeline", "cli"):
        (skeleton / f"{name}.py").parent.mkdir(parents=True, exist_ok=True)
        (skeleton / f"{name}.py").write_text("", encoding="utf-8")
    (skeleton / f"{module}.py").write_text(text, encoding="utf-8")
    done = lint_imports(tmp_path)
    assert done.returncode == 1, done.stdout + done.stderr
    assert contract in done.stdout


@pytest.mark.slow
def test_lint_imports_notices_a_circle(tmp_path: Path) -> None:
    """Two modules side by side, each of which knows the other."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    skeleton = tmp_path / "attio_scopes"
    for name in ("__init__", "model/__init__", *STAGES, *DATA):
        (skeleton / f"{name}.py").parent.mkdir(parents=True, exist_ok=True)
        (skeleton / f"{name}.py").write_text("", encoding="utf-8")
    for one, other in (("call", "scope"), ("scope", "call")):
        (skeleton / "model" / f"{one}.py").write_text(f"import attio_scopes.model.{other}\n", encoding="utf-8")
    done = lint_imports(tmp_path)
    assert (done.returncode, "No cycles are allowed in attio_scopes.model" in done.stdout) == (1, True), done.stdout + done.stderr


@pytest.mark.parametrize("room", ROOMS)
def test_direction(room: str) -> None:
    for path in ROOMS[room]:
        _direction(path)


def _direction(path: Path) -> None:
    part = part_of(path)
    others = own_parts(imports(path)) - {part, "__version__"}
    if part == "":
        assert not others
    elif part == "model":
        assert not others, "data imports no stage and no shell"
    elif part in GROUND:
        assert others <= {"model"}
    elif part in STAGES:
        assert others <= GROUND, "a stage knows the data only"
        assert own_parts(named_targets(path)) & PARTS <= {part, *GROUND}, "nor by a name that is imported later"
    elif part in DATA:
        assert others <= GROUND | DATA
    elif part == "pipeline":
        assert others <= GROUND | {"evaluation", "programs", "projects", "reading", "memory", "limits"} | DATA | STAGES
    elif part == "evaluation":
        assert others <= GROUND | {"reading", "memory"} | DATA | STAGES
    elif part == "projects":
        assert others <= GROUND | {"discover"} | DATA
    elif part == "reading":
        assert others <= GROUND | {"memory", "parsing", "portions"} | STAGES
    elif part == "portions":
        assert others <= GROUND | {"memory", "parsing", "outline"}
    elif part == "parsing":
        assert others <= GROUND | {"processes", "outline", "collect", "parse"}
    elif part in ("memory", "processes", "limits"):
        assert others <= GROUND | {"cache", "collect", "parse"}
    else:
        assert part in SHELLS
        assert part == "__main__" or "cli" not in others


@pytest.mark.parametrize("room", ROOMS)
def test_fences(room: str) -> None:
    for path in ROOMS[room]:
        _fences(path)


def _fences(path: Path) -> None:
    imported = {name.partition(".")[0] for name in imports(path)}
    for package, allowed in {**FENCES, **EXTRAS}.items():
        if package in imported:
            assert part_of(path) in allowed, f"{package} belongs to {', '.join(sorted(allowed))}"


def test_modules_of_extras_are_imported_by_nobody() -> None:
    guarded = {f"attio_scopes.{module}" for modules in EXTRAS.values() for module in modules}
    for path in MODULES:
        assert not {name for name in imports(path) if name in guarded or name.rpartition(".")[0] in guarded}, path


@pytest.mark.parametrize("room", ROOMS)
def test_only_declared_packages(room: str) -> None:
    for path in ROOMS[room]:
        _only_declared_packages(path)


def _only_declared_packages(path: Path) -> None:
    """Nothing is imported that a plain `pip install attio-scopes` does not bring along."""
    declared = {"attio_scopes", *FENCES, *EVERYWHERE, "tomli", *(extra for extra, modules in EXTRAS.items() if part_of(path) in modules)}
    foreign = {name.partition(".")[0] for name in imports(path)} - sys.stdlib_module_names - {"tomllib"}
    assert foreign <= declared


@pytest.mark.parametrize("room", ROOMS)
def test_size_name_and_docstring(room: str) -> None:
    for path in ROOMS[room]:
        _size_name_and_docstring(path)


def _size_name_and_docstring(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= MAX_LINES
    assert not FORBIDDEN_NAMES & {part.removesuffix(".py") for part in path.relative_to(PACKAGE).parts}
    tree = ast.parse(text)
    assert (ast.get_docstring(tree) or "").strip(), "a module says what it takes, gives and never does"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            assert node.name.lower().strip("_") not in FORBIDDEN_NAMES


def test_package_imports_are_lazy() -> None:
    """The command line starts without the parser: `libcst` alone takes most of a fifth of a second."""
    code = "import sys, attio_scopes.cli; print(sorted({'libcst', 'yaml', 'tomlkit'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"
