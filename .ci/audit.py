"""Whether a pinned dependency has a known vulnerability.

    python .ci/audit.py requirements/dev.txt

Takes a file of hashed pins, asks pip-audit about every version in it (those for other Pythons and platforms too), and prints one
paragraph. Ends with

    0     every pin was looked up, and none has a known vulnerability
    1     one has, or is not to be found any more
    75    nothing is known: the advisories could not be had, in whole or in part (EX_TEMPFAIL of sysexits.h)
    3     anything else: the file is no list of pins, or pip-audit broke

pip-audit itself ends with 0 where it could look up nothing at all, and with 1 for a vulnerability as for a network that is down. So
its report is read instead; and a release that has had an advisory for years is asked about first: who does not know that one
knows nothing.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

CLEAN, VULNERABLE, BROKEN, UNKNOWN = 0, 1, 3, 75
CANARY = ("requests", "2.19.1")  # CVE-2018-18074
_PIN = re.compile(r"([A-Za-z0-9][A-Za-z0-9._-]*)==([^\s;\\]+)")
# How pip-audit ends where the service does not answer, answers with an error, or answers with something else than its JSON.
_UNREACHABLE = re.compile(
    r"^(?:requests\.exceptions\.\w+|urllib3\.exceptions\.\w+|pip_audit\._service\.interface\.(?:ServiceError|ConnectionError)"
    r"|ERROR:pip_audit\._cli:(?:Could not connect to|PyPI is not redirecting)).*",
    re.MULTILINE,
)

Pin = tuple[str, str]


@dataclass(frozen=True)
class Answer:
    """What pip-audit says about some pins.

    Attributes:
        vulnerable: for each pin with advisories, their names.
        missing: pins that the service does not know.
        failure: why there is no answer at all, or "".
        reachable: whether the failure has another reason than the service.
    """

    vulnerable: dict[Pin, tuple[str, ...]]
    missing: tuple[Pin, ...] = ()
    failure: str = ""
    reachable: bool = True


def pins_of(text: str) -> list[Pin]:
    """Name and version of every pin in a requirements file, whatever it is pinned for."""
    lines = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
    found = [_PIN.match(line) for line in lines]
    if not lines or not all(found):
        raise ValueError("not a list of pins (name==version)")
    return [(re.sub(r"[-_.]+", "-", match[1]).lower(), match[2]) for match in found if match]


def ask(command: Sequence[str], pins: Sequence[Pin]) -> Answer:
    """Ask pip-audit about pins, of which no two have the same name."""
    with tempfile.TemporaryDirectory() as folder:
        file, report = Path(folder, "pins.txt"), Path(folder, "report.json")
        file.write_text("".join(f"{name}=={version}\n" for name, version in pins), encoding="utf-8")
        options = ["--no-deps", "--disable-pip", "--progress-spinner", "off", "--format", "json", "--output", str(report)]
        done = subprocess.run([*command, "-r", str(file), *options], capture_output=True, text=True, check=False)
        try:
            packages = {package["name"]: package for package in json.loads(report.read_text(encoding="utf-8"))["dependencies"]}
            told = {pin: packages[pin[0]] for pin in pins}
        except (OSError, ValueError, LookupError, TypeError) as error:
            unreachable = list(_UNREACHABLE.finditer(done.stderr))
            said = unreachable[-1].group() if unreachable else (done.stderr.strip().splitlines() or [repr(error)])[-1]
            return Answer({}, failure=said[:300], reachable=not unreachable)
    return Answer(
        {pin: tuple(advisory["id"] for advisory in package["vulns"]) for pin, package in told.items() if package.get("vulns")},
        tuple(pin for pin, package in told.items() if "skip_reason" in package),
    )


def audit(command: Sequence[str], pins: Sequence[Pin]) -> tuple[int, str]:
    """Ask about all pins.

    Args:
        command: that runs pip-audit.
        pins: names and versions.

    Returns:
        exit code, and what to say.
    """
    known = ask(command, [CANARY])
    if known.failure:
        return (BROKEN if known.reachable else UNKNOWN), f"pip-audit gave no answer: {known.failure}"
    if CANARY not in known.vulnerable:
        return UNKNOWN, f"The service that pip-audit asks knows no advisory for {'=='.join(CANARY)}, which has one: it has none at all."
    vulnerable: dict[Pin, tuple[str, ...]] = {}
    missing: list[Pin] = []
    failures: list[Answer] = []
    for part in _apart(pins):
        answer = ask(command, part)
        vulnerable.update(answer.vulnerable)
        missing += answer.missing
        failures += [answer] if answer.failure else []
    if vulnerable or missing:
        said = [f"{'=='.join(pin)}: {', '.join(names)}" for pin, names in sorted(vulnerable.items())]
        said += [f"{'=='.join(pin)}: is not to be found any more" for pin in missing]
        return VULNERABLE, "\n".join([*said, *(f"and part was not looked at: {answer.failure}" for answer in failures)])
    if failures:
        broken = any(answer.reachable for answer in failures)
        return (BROKEN if broken else UNKNOWN), f"pip-audit gave no answer for a part: {failures[0].failure}"
    return CLEAN, f"{len(pins)} pinned versions, none with a known vulnerability"


def _apart(pins: Sequence[Pin]) -> list[list[Pin]]:
    """The pins in lists in which no name is there twice: one name has several versions, for several Pythons."""
    parts: list[dict[str, Pin]] = []
    for pin in dict.fromkeys(pins):
        part = next((part for part in parts if pin[0] not in part), None)
        if part is None:
            parts.append(part := {})
        part[pin[0]] = pin
    return [list(part.values()) for part in parts]


def main(arguments: Sequence[str]) -> int:
    """Audit a file; a second argument and what follows it is the command that runs pip-audit."""
    file, *command = arguments
    try:
        pins = pins_of(Path(file).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        code, said = BROKEN, f"{file}: {error}"
    else:
        code, said = audit(command or [sys.executable, "-I", "-m", "pip_audit"], pins)
    sys.stdout.write(said + "\n")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
