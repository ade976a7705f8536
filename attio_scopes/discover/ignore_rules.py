"""The rules of one .gitignore file, as git reads them.

Takes the text, gives for an entry whether it is ignored, taken in again, or not spoken of. Reads no files. pathspec makes an expression of
each line; here a rule speaks of the entry itself alone and the last one that does counts, so that whoever walks a tree from its top, and
enters no folder that is ignored, does what git does.
"""

from __future__ import annotations

import re
import warnings

from attio_scopes.globs import SHAPE, without_backtracking

MOST_RULES = 5_000
"""Lines that are heeded; of a longer file none is, so that nothing is left out that git takes."""


class IgnoreRules:
    """The rules of one file, for paths relative to its folder."""

    def __init__(self, text: str) -> None:
        """Read them; a line that is no pattern has no say."""
        lines = text.splitlines()
        self._rules: list[tuple[re.Pattern[str], bool, bool]] = []
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", FutureWarning)  # on what `[[:alpha:]]` may mean to `re` one day
            for line in lines if len(lines) <= MOST_RULES else ():
                self._take(line)
        self._rules.reverse()

    def _take(self, line: str) -> None:
        from pathspec import GitIgnoreSpec, RegexPattern

        inside = line.rstrip().endswith("**/")  # every folder below: to pathspec it is the folder itself
        try:
            for pattern in GitIgnoreSpec.from_lines([line.rstrip()[:-1] if inside else line]).patterns:
                if isinstance(pattern, RegexPattern) and pattern.regex is not None and pattern.include is not None:
                    expression, folders = _of_the_entry(without_backtracking(pattern.regex.pattern))
                    self._rules.append((re.compile(expression), pattern.include, folders or inside))
        except (ValueError, re.error):
            return

    def __bool__(self) -> bool:
        return bool(self._rules)

    def verdict(self, path: str, *, folder: bool) -> bool | None:
        """Whether an entry is ignored (True), taken in again (False), or not spoken of (None).

        Args:
            path: relative to the folder of the rules, with `/`, without one at the end.
            folder: it is a folder.
        """
        shown = path + "/" if folder else path
        for expression, include, folders in self._rules:
            if (folder or not folders) and expression.match(shown):
                return include
        return None


def _of_the_entry(expression: str) -> tuple[str, bool]:
    """The expression without what lies below the entry, and whether it speaks of folders only."""
    shape = SHAPE.fullmatch(expression)
    if shape is None:
        return expression, False
    start, end = expression[: shape.start("end")], shape["end"]
    if end.startswith("/"):  # `name/**`: all that is in the folder, not the folder
        return f"{start}/.", False
    folders = end.startswith("(?P")
    return f"{start}/$" if folders else f"{start}/?$", folders
