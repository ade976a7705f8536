"""Arithmetic: what is calculated with known numbers.

Takes an operator and two numbers, gives a value: a number, or something unknown where it cannot be done or is very large.
"""

from __future__ import annotations

from typing import Any

from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.evidence import lost
from attio_scopes.engine.domain.reasons import CALCULATED


def number(op: str, left: Any, right: Any) -> v.Value:
    """What an operator gives for two numbers."""
    try:
        made = {"-": lambda: left - right, "+": lambda: left + right, "//": lambda: left // right, "%": lambda: left % right}[op]()
    except (KeyError, TypeError, ZeroDivisionError, ValueError):
        return lost(CALCULATED, single=True)
    return v.Scalar(made) if isinstance(made, (int, float)) and abs(made) < 10**12 else lost(CALCULATED, single=True)


def is_number(value: v.Value) -> bool:
    """Whether a value is a known number."""
    return isinstance(value, v.Scalar) and isinstance(value.value, (int, float))
