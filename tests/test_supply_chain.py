"""What development installs: all of it pinned and hashed, from no named index, and looked up in the advisories."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).resolve().parent.parent
LOCK = (ROOT / "requirements" / "dev.txt").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PYTHONS = ("3.10", "3.11", "3.12", "3.13", "3.14")


def locked() -> list[tuple[Requirement, str]]:
    """Each pin, with the rest of its entry."""
    entries = re.split(r"^(?=[A-Za-z0-9])", LOCK, flags=re.MULTILINE)[1:]
    return [(Requirement(entry.partition("\\")[0].strip()), entry) for entry in entries]


def environment(python: str) -> dict[str, str]:
    return {"python_version": python, "python_full_version": f"{python}.9", "extra": ""}


def pins(python: str) -> dict[str, str]:
    """The version of each package for a Python."""
    chosen = [pin for pin, _ in locked() if pin.marker is None or pin.marker.evaluate(environment(python))]
    found = {str(canonicalize_name(pin.name)): str(pin.specifier).removeprefix("==") for pin in chosen}
    assert len(found) == len(chosen), "two versions for one Python"
    return found


def wanted(extra: str) -> list[Requirement]:
    """What an extra asks for, with what the extras in it ask for, the package itself, and its build."""
    found = []
    for text in PROJECT["project"]["optional-dependencies"][extra]:
        asked = Requirement(text)
        found += [item for inner in sorted(asked.extras) for item in wanted(inner)] if asked.name == "attio-scopes" else [asked]
    return found


def test_the_lock_names_no_index_and_no_path() -> None:
    assert not re.search(r"https?:|file:|^-|@|/", re.sub(r"\(pyproject\.toml\)", "", LOCK), re.MULTILINE)


def test_every_pin_has_hashes_and_nothing_else() -> None:
    assert len(locked()) > 100
    for pin, entry in locked():
        assert re.fullmatch(r"==[^*,]+", str(pin.specifier)), pin
        assert re.search(r" \\\n    --hash=sha256:[0-9a-f]{64}", entry), pin
        rest = re.sub(r"(?: \\)?\n    --hash=sha256:[0-9a-f]{64}|\n    #.*", "", entry)
        assert Requirement(rest.strip()) == pin


@pytest.mark.parametrize("python", PYTHONS)
def test_the_lock_has_whatever_the_development_extra_asks_for(python: str) -> None:
    asked = [*map(Requirement, PROJECT["project"]["dependencies"] + PROJECT["build-system"]["requires"]), *wanted("dev")]
    assert len(asked) > 30
    found = pins(python)
    for item in asked:
        if item.marker is None or item.marker.evaluate(environment(python)):
            version = found.get(canonicalize_name(item.name))
            assert version is not None, f"{item}: not in requirements/dev.txt (docs/changing.md says how to renew it)"
            assert item.specifier.contains(version), f"{item}: requirements/dev.txt has {version}"


def test_the_lock_has_whatever_a_pinned_package_asks_for() -> None:
    """As far as the packages of this environment tell: no pin needs something that is not pinned."""
    found, seen = pins(".".join(map(str, sys.version_info[:2]))), 0
    for name, version in found.items():
        try:
            package = distribution(name)
        except PackageNotFoundError:
            continue
        if package.version != version:
            continue
        seen += 1
        for text in package.requires or ():
            item = Requirement(text)
            if item.marker is None or item.marker.evaluate({"extra": ""}):
                assert canonicalize_name(item.name) in found, f"{name} asks for {item}"
    if not seen:
        pytest.skip("nothing of this environment has the version that requirements/dev.txt pins: its closure was not looked at")


def test_the_versions_are_those_of_supported_pythons() -> None:
    """No marker leaves a supported Python without a version that another one has, unless the package is for some Pythons only."""
    times = Counter(canonicalize_name(pin.name) for pin, _ in locked())
    assert max(times.values()) > 1
    for python in PYTHONS:
        assert {name for name, number in times.items() if number > 1} <= pins(python).keys(), python


def test_the_way_to_renew_the_lock_is_written_down() -> None:
    text = (ROOT / "docs" / "changing.md").read_text(encoding="utf-8")
    command = re.search(r"uv pip compile ([^\n]*(?:\\\n[^\n]*)*)", text)
    assert command is not None
    for option in ("--universal", "--generate-hashes", "--python-version 3.10", "--extra dev", "--no-header", "-o requirements/dev.txt"):
        assert option in command.group(), option


# --- advisories ------------------------------------------------------------------------------------------------

KNOWN = {"requests==2.19.1": ["PYSEC-1"]}
"""A service that knows what .ci/audit.py asks first."""
TWO = "click==8.1.0 \\\n    --hash=sha256:00\n    # via x\nPy_YAML==6.0 ; python_version < '3' \\\n    --hash=sha256:00\nclick==8.2.0\n"

AUDITS: dict[str, tuple[dict[str, object], int, str]] = {
    "a vulnerability": ({**KNOWN, "click==8.2.0": ["PYSEC-7", "PYSEC-8"], "else": []}, 1, "click==8.2.0: PYSEC-7, PYSEC-8\n"),
    "no network": ({"else": "down"}, 75, "ConnectionError"),
    "a firewall": ({"else": "timeout"}, 75, "Could not connect"),
    "a service out of order": ({"else": "error"}, 75, "ServiceError"),
    "a login page": ({"else": "html"}, 75, "JSONDecodeError"),
    "a mirror without advisories": ({"else": "gone"}, 75, "has none at all"),
}


def audit(file: Path, *command: str) -> subprocess.CompletedProcess[str]:
    arguments = [sys.executable, str(ROOT / ".ci" / "audit.py"), str(file), *command]
    return subprocess.run(arguments, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.slow
@pytest.mark.parametrize("name", AUDITS)
def test_audit(tmp_path: Path, name: str) -> None:
    """The real pip-audit, in front of a service that answers so."""
    pytest.importorskip("pip_audit", reason="pip-audit is not installed (pip install '.[dev]'): .ci/audit.py was not tried")
    answers, code, said = AUDITS[name]
    (tmp_path / "dev.txt").write_text(TWO)
    done = audit(tmp_path / "dev.txt", sys.executable, "-m", "tests.pip_audit_stand_in", json.dumps(answers))
    assert (done.returncode, done.stderr) == (code, ""), done.stdout
    assert said in done.stdout


PINS = [("click", "8.1.0"), ("py-yaml", "6.0"), ("click", "8.2.0")]
VERDICTS: dict[str, tuple[dict[str, object], int, str]] = {
    "nothing known against it": ({}, 0, "3 pinned versions"),
    "in what is pinned for another Python": ({"py-yaml==6.0": ("PYSEC-9",)}, 1, "py-yaml==6.0: PYSEC-9"),
    "a release that is gone": ({"click==8.1.0": "gone"}, 1, "click==8.1.0: is not to be found"),
    "a mirror that says that all is well": ({"requests==2.19.1": ()}, 75, "has none at all"),
    "a network that fails half-way": ({"click==8.2.0": "down"}, 75, "for a part"),
    "a vulnerability before the network fails": ({"click==8.1.0": ("PYSEC-7",), "click==8.2.0": "down"}, 1, "was not looked at"),
    "a defect half-way": ({"click==8.2.0": "broken"}, 3, "for a part"),
}


@pytest.fixture(scope="module")
def program() -> Iterator[ModuleType]:
    """.ci/audit.py as a module."""
    spec = spec_from_file_location("audit_of_pins", ROOT / ".ci" / "audit.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules["audit_of_pins"] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules["audit_of_pins"]


@pytest.mark.parametrize("name", VERDICTS)
def test_what_an_audit_makes_of_the_answers(program: ModuleType, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    answers, code, said = VERDICTS[name]
    asked = []

    def ask(command: object, pins: list[tuple[str, str]]) -> object:
        assert len({package for package, _ in pins}) == len(pins), "pip-audit takes a name once"
        asked.extend(pins)
        table = {pin: answers.get("==".join(pin), ("PYSEC-1",) if pin == program.CANARY else ()) for pin in pins}
        failure = next((answer for answer in table.values() if answer in ("down", "broken")), "")
        if failure:
            return program.Answer({}, failure="no answer", reachable=failure == "broken")
        return program.Answer({p: a for p, a in table.items() if a and a != "gone"}, tuple(p for p, a in table.items() if a == "gone"))

    monkeypatch.setattr(program, "ask", ask)
    assert program.pins_of(TWO) == PINS
    found = program.audit([], PINS)
    assert (found[0], said in found[1]) == (code, True), found
    assert code == 75 or sorted(asked) == sorted([program.CANARY, *PINS])


@pytest.mark.parametrize("text", ["click>=8\n", "# nothing\n", "click==8.0\n-e .\n"])
def test_what_is_no_list_of_pins_is_no_success(tmp_path: Path, text: str) -> None:
    (tmp_path / "dev.txt").write_text(text)
    done = audit(tmp_path / "dev.txt")
    assert (done.returncode, "not a list of pins" in done.stdout) == (3, True)


@pytest.mark.parametrize("text", ["raise SystemExit(0)", "1/0", "print('{}')"])
def test_a_broken_pip_audit_is_no_success_and_no_skip(tmp_path: Path, text: str) -> None:
    (tmp_path / "dev.txt").write_text(TWO)
    done = audit(tmp_path / "dev.txt", sys.executable, "-c", text)
    assert done.returncode == 3, done.stdout


def test_the_action_installs_what_is_pinned() -> None:
    """Every dependency of the package and what builds it, at a version that pyproject.toml allows, each with hashes."""
    text = (ROOT / "requirements" / "action.txt").read_text(encoding="utf-8")
    pinned = {canonicalize_name(name): Version(version) for name, version in re.findall(r"^([\w.-]+)==([\w.]+)", text, re.MULTILINE)}
    for item in map(Requirement, [*PROJECT["project"]["dependencies"], *PROJECT["build-system"]["requires"]]):
        assert item.specifier.contains(pinned[canonicalize_name(item.name)]), item
    blocks = re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE)[1:]
    assert all("--hash=sha256:" in block for block in blocks)
    assert "--require-hashes" in (ROOT / "action.yml").read_text(encoding="utf-8")


def test_the_action_installs_what_development_has() -> None:
    """The tests install the first list from the files of the second one alone: what only the first has cannot be had there."""
    text = (ROOT / "requirements" / "action.txt").read_text(encoding="utf-8")
    here = dict(re.findall(r"^([\w.-]+)==([\w.]+)", text, re.MULTILINE))
    there = {(pin.name, str(pin.specifier)) for pin, _ in locked()}
    assert len(here) >= 8
    assert {(name, f"=={version}") for name, version in here.items()} <= there
