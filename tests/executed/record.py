"""The known gaps: programs whose verdict is not `ok`, by name, in gaps.json beside this file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

GAPS = Path(__file__).parent / "gaps.json"


def read_gaps() -> dict[str, str]:
    """Program → verdict."""
    told: dict[str, str] = json.loads(GAPS.read_text(encoding="utf-8")) if GAPS.exists() else {}
    return told


def write_gaps(known: Mapping[str, str], found: Mapping[str, str]) -> None:
    """Write down what was found; what was not tried stays as it is."""
    gaps = {name: verdict for name, verdict in {**known, **found}.items() if verdict != "ok"}
    GAPS.write_text(json.dumps(dict(sorted(gaps.items())), indent=1) + "\n", encoding="utf-8")
