"""What all benchmarks are told: which tools, how often, how long, where."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import Limits


@dataclass(frozen=True, slots=True)
class Tool:
    """A command that takes what `attio-scopes` takes, and the name that it has in tables."""

    name: str
    command: tuple[str, ...]

    @staticmethod
    def of(text: str) -> Tool:
        """`NAME=COMMAND`, or `COMMAND`, which is then its own name.

        Raises:
            ValueError: there is no command in it.
        """
        name, sign, command = text.partition("=")
        if not sign or "/" in name or " " in name:
            name, command = "", text
        words = tuple(shlex.split(command))
        if not words:
            raise ValueError(f"{text!r}: expected NAME=COMMAND or COMMAND")
        return Tool(name or Path(words[0]).name, words)

    def calls(self, path: str) -> list[str]:
        """List the calls of a path in one process that knows nothing of earlier runs."""
        return [*self.command, "calls", path, "--no-cache", "--jobs", "1", "--format", "json"]


@dataclass(frozen=True, slots=True)
class Settings:
    """For all cases of a benchmark; `say` tells the person what goes on."""

    folder: Path
    tools: tuple[Tool, ...]
    environment: Mapping[str, str]
    limits: Limits
    rounds: int
    quick: bool
    say: Callable[[str], None]
