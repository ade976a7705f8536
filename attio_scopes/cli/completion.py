"""Completion in bash of values with a colon (`note:read`), which bash takes for three words.

Takes what bash passes in the environment, gives completions. Registered when the command line is imported.
"""

from __future__ import annotations

import os

from click.shell_completion import BashComplete, CompletionItem, add_completion_class, split_arg_string


class ColonBashComplete(BashComplete):
    """click's completion for bash, which puts words together again that bash split at a colon."""

    _before = ""

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one that is completed, and that one."""
        words = split_arg_string(os.environ["COMP_WORDS"])
        current = int(os.environ["COMP_CWORD"])
        joined: list[str] = []
        split = False
        for number, word in enumerate([*words, ""][: current + 1]):
            if joined and number > 1 and (word == ":" or (split and joined[-1].endswith(":"))):
                joined[-1] += word
                split = True
            else:
                joined.append(word)
                split = False
        incomplete = joined[-1] if len(joined) > 1 else ""
        self._before = incomplete[: incomplete.rfind(":") + 1] if split else ""
        return joined[1:-1], incomplete

    def format_completion(self, item: CompletionItem) -> str:
        """The item without what is in front of the last colon: bash replaces only what is behind it."""
        value = str(item.value)
        if self._before and value.startswith(self._before):
            value = value[len(self._before) :]
        return f"{item.type},{value}"


def register() -> None:
    """Make click use it."""
    add_completion_class(ColonBashComplete)
