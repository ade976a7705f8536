"""Questions about functions: their summaries, frames, variables, defaults and decorators.

Takes a function of the project, gives what it does for its callers. Its body is run here, once for each class of its `self` and each shape
of what it collects over; what that leaves for all goes to the world. Never knows who calls.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from typing import Any

from attio_scopes.engine import bounds
from attio_scopes.engine import frameworks as fw
from attio_scopes.engine.annotations import may_be_none, says_more
from attio_scopes.engine.body.collecting import collected_over, handed_on
from attio_scopes.engine.body.decorators import apply_decorator
from attio_scopes.engine.body.expressions import evaluate
from attio_scopes.engine.body.statements import execute
from attio_scopes.engine.calls import call, scope_root
from attio_scopes.engine.domain import values as v
from attio_scopes.engine.domain.choice import TooMuchError, effort
from attio_scopes.engine.domain.state import State
from attio_scopes.engine.entry_points import registered
from attio_scopes.engine.frame import Frame
from attio_scopes.engine.memo import Memo
from attio_scopes.engine.project.classes import decorator_names, is_classmethod
from attio_scopes.engine.project.scopes import Names, names_of
from attio_scopes.engine.summarise import at_any_time, exits, left_for_all, summary_of
from attio_scopes.engine.summary import NOTHING, Shapes, Summary
from attio_scopes.engine.unseen import root_arguments
from attio_scopes.model import facts as f
from attio_scopes.model.program import ClassDef, FunctionDef


@dataclass(eq=False, repr=False)
class FunctionQuestions(Memo):
    """What is asked about functions."""

    lambdas: dict[int, FunctionDef] = field(default_factory=dict)
    names: dict[FunctionDef, Names] = field(default_factory=dict)
    collecting: dict[FunctionDef, tuple[str, ...]] = field(default_factory=dict)
    order: dict[FunctionDef, int] = field(default_factory=dict)

    def summary(self, target: FunctionDef, cls: ClassDef | None, shapes: Shapes = ()) -> Summary:
        """What a function does, for a class of its `self` and the shapes of what it collects over."""
        key = ("summary", target, cls, shapes)
        return self.answer(key, lambda: self._summarise(key, target, cls, shapes), NOTHING)

    def _summarise(self, key: Hashable, target: FunctionDef, cls: ClassDef | None, shapes: Shapes) -> Summary:
        self.world.bodies += 1
        self.world.ledger.work_out(target.facts)
        if is_stub(target) and ("abstractmethod" in decorator_names(target) or self._is_left(target)):
            self.world.ledger.leave_out(target.facts.body)
            return Summary(leaves=True)
        mark = self.mark()
        try:
            with effort(0 if self.wanted(target) or self.carries((v.Func(target),)) else bounds.EFFORT_COLD):
                fr = self.frame_of(target, cls)
                roots = self.bind_params(fr, target, cls, dict(shapes))
                execute(fr, target.facts.body)
                self._run_nested(fr)
                summary, changes, made = summary_of(fr, roots)
        except (TooMuchError, RecursionError):
            self.back_to(mark)
            self.world.note_read(("carries", target))
            self.given_up.add(target)
            self.world.ledger.leave_out(target.facts.body)
            self.world.note_bound("effort", f"{target.module.path}:{target.facts.line}")
            return Summary(opaque=True)
        self.world.note(key, changes, made)
        self.found_now[key] = tuple(fr.found)
        return summary

    def _run_nested(self, fr: Frame) -> None:
        """Run the functions that a body defines and that nobody is seen to call, as something unknown calls them."""
        for function, value in list(fr.nested.items()):
            self.world.note_read(("called", function))
            if (function, None) in self.world.called or function.facts.name == "<lambda>":
                continue
            live, state = fr.state.live, fr.state
            fr.state = state.fork()
            fr.state.live = True
            args = root_arguments(fr, function, True, dict(value.defaults))
            awaited = function in self.world.escaped or fw.is_registered(fr, function)
            handed = registered(fr, function, None) if function.facts.decorators else None
            if handed is not None:
                self.world.registered[function] = handed
            fr.uncalled, fr.doer = frozenset() if awaited else frozenset({function}), function
            call(fr, value, args, (fr.at(f.NO_SPAN),))
            fr.uncalled, fr.doer = frozenset(), None
            self.world.called.discard((function, None))
            fr.state, fr.state.live = state, live

    def _is_left(self, target: FunctionDef) -> bool:
        """Whether classes that derive from a method's class define it anew."""
        return target.owner is not None and self.left_to(target.owner, target.facts.name)

    def frame_of(self, target: FunctionDef, cls: ClassDef | None) -> Frame:
        """A frame for a function's body."""
        names = self.names_of(target)
        site = v.Site(target.module.path, (target.facts.line, 0, 0, 0))
        nested = target.parent is not None
        scope = v.Variables(site) if names.shared or (nested and names.encloses) else None
        fr = Frame(self, target.module, target, cls, target.owner)
        fr.globals_, fr.nonlocals = set(names.global_), set(names.nonlocal_)
        fr.locals_, fr.shared, fr.scope = names.own, names.shared, scope
        fr.outer = v.Param(scope_root(target)) if nested else None
        if scope is not None:
            fr.made.add(site)
            if fr.outer is not None:
                fr.store((scope, "<outer>"), fr.outer)
        return fr

    def collects_over(self, target: FunctionDef) -> tuple[str, ...]:
        """The parameters over which a function collects item by item."""
        found = self.collecting.get(target)
        if found is None:
            names = {param.name for param in target.facts.params}
            gathered = {param.name for param in target.facts.params if param.kind == "args"}
            over = names.intersection(collected_over(target.facts.body)) | gathered.intersection(handed_on(target.facts.body))
            found = self.collecting[target] = tuple(sorted(over))
        return found

    def bind_params(self, fr: Frame, target: FunctionDef, cls: ClassDef | None, shapes: dict[str, Any]) -> tuple[tuple[str, str], ...]:
        """Give each parameter its root."""
        roots = []
        for number, param in enumerate(target.facts.params):
            root = f"{target.module.path}:{target.facts.line}:{target.facts.qualname}:{param.name}"
            roots.append((param.name, root))
            needed = param.default is None and param.kind in ("positional", "keyword") and not may_be_none(param.annotation)
            value: v.Value = v.Param(root, (), None, needed)
            if number == 0 and cls is not None and target.owner is not None and "staticmethod" not in decorator_names(target):
                value = v.Class(cls) if is_classmethod(target) else v.Param(root, (), cls)
                fr.first = value
            elif param.name in shapes:
                value = _shaped(fr, v.Param(root), shapes[param.name], param.kind)
            if param.name in fr.shared and fr.scope is not None:
                fr.store((fr.scope, param.name), value)
            else:
                fr.state.names[param.name] = value
        fr.base = State()
        fr.base.heap, fr.base.names = fr.state.heap, fr.state.names
        fr.state = State(fr.base)
        return tuple(roots)

    def names_of(self, target: FunctionDef) -> Names:
        """The names of a function."""
        found = self.names.get(target)
        if found is None:
            found = self.names[target] = names_of(target.facts)
        return found

    def holder(self, function: FunctionDef | None, name: str) -> int | None:
        """How many functions further out than the one around a function a name belongs; None where no function has it."""
        distance = 0
        outer = function.parent if function is not None else None
        while outer is not None:
            names = self.names_of(outer)
            if name in names.own:
                return distance if name in names.shared else None
            if name in names.global_:
                return None
            if names.shared or outer.parent is not None:
                distance += 1
            outer = outer.parent
        return None

    def lambda_of(self, fr: Frame, expr: f.Lambda) -> FunctionDef:
        """The function that a lambda expression is."""
        found = self.lambdas.get(id(expr))
        if found is None:
            body = (f.Return(expr.body, (0, 0), f.NO_SPAN),)
            outer = fr.function.name + "." if fr.function is not None else ""
            number = len(self.lambdas)
            facts = f.Function("<lambda>", f"{outer}<lambda>", expr.params, body, (), expr.line, False)
            found = self.lambdas[id(expr)] = FunctionDef(fr.module, facts, None, True, fr.function)
            self.order[found] = number
        return found

    def default(self, function: FunctionDef, name: str) -> v.Value | None:
        """The default of a parameter; None where it has none."""
        param = next((one for one in function.facts.params if one.name == name), None)
        if param is None or param.default is None:
            return None
        expr = param.default
        if isinstance(expr, f.Const):
            return evaluate(Frame(self, function.module), expr)
        return self._defined(("default", function, name), function, expr)

    def promised(self, function: FunctionDef) -> Iterator[v.Value]:
        """What a function's own statement says of what goes in and out: the defaults of its parameters, the dependencies that their
        annotations name, and what its own annotation gives."""
        params = function.facts.params
        found = [self.default(function, param.name) for param in params]
        annotations = [param.annotation for param in params if param.annotation is not None]
        asked = [one.annotation for one, given in zip(params, found, strict=True) if one.default is not None and given is None]
        if annotations or function.facts.returns is not None:
            home = Frame(self, function.module, None, None, function.owner, closed=True)
            found += [self.annotated(home, said) for said in annotations if says_more(home, said) or said in asked]  # `= Depends()`
            if function.facts.returns is not None:
                found.append(self.annotated(home, function.facts.returns))
        yield from (value for value in found if value is not None)

    def _defined(self, key: Hashable, function: FunctionDef, expr: f.Expr) -> v.Value | None:
        def make() -> v.Value | None:
            fr = Frame(self, function.module, None, None, function.owner, closed=True)
            value = fw.declared_default(fr, evaluate(fr, expr))
            self.publish(fr, key)
            self.found_now[key] = tuple(fr.found)
            return value

        return self.answer(key, make, None)

    def decorated(self, function: FunctionDef) -> v.Value | None:
        """What the project's decorators make of a method; None where it stays itself."""
        if not function.facts.decorators:
            return None
        key = ("decorated", function)

        def make() -> v.Value | None:
            fr = Frame(self, function.module, None, None, function.owner, closed=True)
            fr.lines = (function.facts.line, function.facts.line)
            value: v.Value = v.Func(function)
            for number, decorator in enumerate(reversed(function.facts.decorators)):
                maker = evaluate(fr, decorator.func if isinstance(decorator, f.Invoke) else decorator)
                if isinstance(maker, (v.Func, v.Class, v.Partial)):
                    value = apply_decorator(fr, decorator, value, number)
                elif isinstance(decorator, f.Invoke):
                    evaluate(fr, decorator)
            self.publish(fr, key)
            self.found_now[key] = tuple(fr.found)
            return value

        return self.answer(key, make, None)

    def publish(self, fr: Frame, key: Hashable = None) -> None:
        """Give what a body leaves to all."""
        heap = at_any_time(fr, exits(fr), {})
        changes, made = left_for_all(heap, fr.made)
        everything = {k: x for k, x in heap.items() if not v.is_open(x)}
        everything.update(changes)
        self.world.note(key if key is not None else ("publish", fr.module, fr.lines), everything, made)


def _shaped(fr: Frame, param: v.Param, shape: Any, kind: str) -> v.Value:
    """A parameter whose items or keys are known: each is the caller's. Of one that is None nothing else is."""
    if shape is None:
        return v.NONE
    if isinstance(shape, str):
        return v.text(shape)
    if isinstance(shape, int):
        return v.Seq("tuple", tuple(v.Param(param.root, (("[", number),)) for number in range(shape)))
    made = v.Ref(fr.site((fr.function.facts.line if fr.function is not None else 0, 1, 0, 0)), "dict")
    fr.store(made, v.Map(tuple((v.text(key), v.Param(param.root, (("[", key),))) for key in shape)))
    return made


def is_stub(target: FunctionDef) -> bool:
    """Whether a function's body does nothing, or says that it is not implemented."""
    return all(
        (isinstance(stmt, f.Evaluate) and isinstance(stmt.value, f.Const)) or isinstance(stmt, f.Raise) for stmt in target.facts.body
    )
