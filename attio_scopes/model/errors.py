"""The two kinds of errors, the user's (exit 2) and ours (exit 3), and the end of a run that is past a limit."""

from __future__ import annotations

from attio_scopes.model.visible import visible


class UserError(Exception):
    """Wrong usage, configuration or manifest: shown without a traceback, exit 2.

    Args:
        problems: one line each: what, where (`file:line`), and the nearest right thing.
    """

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems: tuple[str, ...] = problems


class InternalError(Exception):
    """A defect of this tool: exit 3, with a request to report it."""


class LimitReached(BaseException):
    """The run has to end: its time is up, or its memory used up. No handler of mistakes or defects may take it for one."""


_MOST_PROBLEMS = 50
_LONGEST_LINE = 1_000


def told(error: UserError) -> list[str]:
    """What is wrong, safe to show, and no more of it than a reader reads: a stranger's configuration may be wrong in megabytes."""
    shown = ["\n".join(shortened(visible(line)) for line in problem.splitlines()) for problem in error.problems[:_MOST_PROBLEMS]]
    left = len(error.problems) - len(shown)
    return [*shown, f"and {left} more"] if left else shown


def shortened(line: str) -> str:
    """A line of which the middle is left out if it is very long."""
    return line if len(line) <= _LONGEST_LINE else f"{line[: _LONGEST_LINE // 2]} … {line[-_LONGEST_LINE // 4 :]}"
