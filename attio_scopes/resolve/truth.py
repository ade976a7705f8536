"""Truth: what is known of tests.

Takes values and says True, False or None (not known). Never guesses.
"""

from __future__ import annotations

from attio_scopes.model import values as v
from attio_scopes.resolve.text import known


def truth(value: v.Value) -> bool | None:
    """Whether a value counts as true."""
    if isinstance(value, v.Scalar):
        return bool(value.value)
    if isinstance(value, v.Text):
        literal = known(value)
        if literal is not None:
            return None if any(piece.environment for piece in value.pieces) else bool(literal)
        return True if any(hasattr(piece, "text") for piece in value.pieces) else None
    if isinstance(value, v.Items):
        return bool(value.items) if value.complete else None
    if isinstance(value, v.Dict):
        return bool(value.entries) if value.complete else None
    if isinstance(value, (v.Instance, v.Made, v.Function, v.Class, v.ModuleValue, v.Partial)):
        return True
    if isinstance(value, v.External):
        return True if value.name in ("typing.TYPE_CHECKING",) else None
    if isinstance(value, v.Choice):
        found = {truth(option.value) for option in value.options}
        return found.pop() if len(found) == 1 else None
    return None


def compare(op: str, left: v.Value, right: v.Value) -> v.Value:
    """`left op right` for two values that are no choices."""
    if op in ("==", "is"):
        same = _same(left, right)
    elif op in ("!=", "is not"):
        same = _same(left, right)
        same = None if same is None else not same
    elif op in ("in", "not in"):
        same = _within(left, right)
        same = (None if same is None else not same) if op == "not in" else same
    else:
        same = None
    return v.Unknown("a test that is not known") if same is None else v.Scalar(same)


def _same(left: v.Value, right: v.Value) -> bool | None:
    one, other = known(left), known(right)
    if one is not None and other is not None:
        return one == other
    if isinstance(left, v.Scalar) and isinstance(right, v.Scalar):
        return left.value == right.value
    solid = (v.Text, v.Items, v.Dict, v.Instance, v.Made, v.Function, v.Class, v.ModuleValue)
    for first, second in ((left, right), (right, left)):
        if isinstance(first, v.Scalar) and first.value is None and isinstance(second, solid):
            return False
    if isinstance(left, v.Scalar) and isinstance(right, v.Text) and known(right) is not None:
        return False
    if isinstance(right, v.Scalar) and isinstance(left, v.Text) and known(left) is not None:
        return False
    return None


def _within(left: v.Value, right: v.Value) -> bool | None:
    if isinstance(right, v.Dict):
        right = v.Items("list", tuple(key for key, _ in right.entries), right.complete)
    if isinstance(right, v.Items):
        found = [_same(left, item) for item in right.items]
        if True in found:
            return True
        return False if right.complete and None not in found else None
    one, other = known(left), known(right)
    return one in other if one is not None and other is not None else None
