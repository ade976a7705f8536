"""Globs of the configuration, compiled once: the patterns that .gitignore files use.

Takes patterns and paths relative to the root with `/`; gives yes or no. Reads no files.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pathspec


class Globs:
    """A list of patterns; of no patterns, nothing matches. pathspec is loaded only if there is one."""

    def __init__(self, patterns: Sequence[str]) -> None:
        """Compile.

        Args:
            patterns: gitignore patterns.

        Raises:
            ValueError: one of them is not a pattern.
        """
        self._spec: pathspec.GitIgnoreSpec | None = None
        if patterns:
            import pathspec

            self._spec = pathspec.GitIgnoreSpec.from_lines(patterns)

    def __bool__(self) -> bool:
        return self._spec is not None

    def match(self, path: str, *, folder: bool = False) -> bool:
        """Whether a path is matched.

        Args:
            path: relative to the root, with `/`.
            folder: it is a folder, so that `name/` matches it.

        Returns:
            whether it, or a folder above it, matches.
        """
        return self._spec is not None and self._spec.match_file(path + "/" if folder else path)


@lru_cache(maxsize=256)
def compiled(patterns: tuple[str, ...]) -> Globs:
    """The compiled patterns; each list is compiled once in a process."""
    return Globs(patterns)
