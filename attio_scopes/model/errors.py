"""The two kinds of errors: the user's (exit 2) and ours (exit 3)."""

from __future__ import annotations


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
