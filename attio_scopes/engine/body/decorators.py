"""Decorators: what they make of a function or class.

Takes a frame, a decorator and what it stands on; gives the project's what it gives, a library's the function or class itself.
"""

from __future__ import annotations

from attio_scopes.engine.body.expressions import evaluate
from attio_scopes.engine.calls import call
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.frame import Frame
from attio_scopes.model import facts as f


def apply_decorator(fr: Frame, decorator: f.Expr, value: v.Value, number: int) -> v.Value:
    """What a decorator makes of a function or class: the project's what it gives, a library's the function itself.

    `number` tells it from the others there, which may be the same one again.
    """
    maker = evaluate(fr, decorator)
    name = maker.name.rpartition(".")[2] if isinstance(maker, v.External) else ""
    if name in _KEEPING or name in fr.ask.products.fields.decorators:
        return value
    span = decorator.span if isinstance(decorator, f.Invoke) else (0, number, 0, 0)
    made = call(fr, maker, v.Arguments((value,)), (fr.at(span),))
    if isinstance(made, (v.Func, v.Partial, v.Class)):
        return made
    if isinstance(made, v.Obj) and isinstance(maker, v.Class):
        return made
    return value


_KEEPING = frozenset({"property", "staticmethod", "classmethod", "cached_property", "overload", "abstractmethod", "wraps", "contextmanager",
                      "asynccontextmanager", "dataclass", "final", "override"})  # fmt: skip
