"""What is answered again after something has changed, and what is not: `engine/memo`."""

from collections import Counter
from typing import Any

from attio_scopes.engine.domain import values as v
from attio_scopes.engine.memo import Memo

NOTHING: Any = None


class Circle:
    """Two questions that hang on each other, and on one that reads a place of all."""

    def __init__(self) -> None:
        self.memo = Memo(NOTHING, NOTHING, NOTHING, NOTHING, frozenset(), ())  # type: ignore[abstract]  # nothing else is asked
        self.worked_out: Counter[str] = Counter()
        self.memo.world.add("place", v.text("notes"))
        self.shown = False

    def place(self) -> str | None:
        return self.memo.answer("place?", self._place, None)

    def _place(self) -> str | None:
        self.worked_out["place"] += 1
        held = self.memo.world.held("place")
        return str([v.known(option.value) for option in v.options(held)] if held is not None and self.shown else "some")

    def one(self) -> str:
        return self.memo.answer("one?", self._one, "")

    def _one(self) -> str:
        self.worked_out["one"] += 1
        return f"{self.place()}{self.other()[:0]}"

    def other(self) -> str:
        return self.memo.answer("other?", self._other, "")

    def _other(self) -> str:
        self.worked_out["other"] += 1
        return self.one()

    def change(self) -> None:
        self.memo.world.add("place", v.text("tasks"))
        assert self.memo.doubt_changed()
        self.worked_out.clear()


def test_questions_that_hang_on_each_other_are_kept_where_what_they_asked_for_comes_out_as_before() -> None:
    circle = Circle()
    circle.one()
    circle.change()

    assert circle.other() == circle.one() == "some"
    assert circle.worked_out == {"place": 1}


def test_questions_that_hang_on_each_other_are_answered_again_where_what_they_asked_for_differs() -> None:
    circle = Circle()
    circle.one()
    circle.shown = True
    circle.change()

    assert circle.other() == circle.one() == "['notes', 'tasks']"
    assert {"one", "other", "place"} <= circle.worked_out.keys()
