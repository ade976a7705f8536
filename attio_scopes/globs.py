"""Globs of the configuration, compiled once: the patterns that .gitignore files use.

Takes patterns and paths relative to the root with `/`; gives yes or no. Reads no files.

pathspec knows what a pattern means and makes a regular expression of it, in which every star may try every length: on a file's name
of 60 letters `*a*a*a*a*a*a*a*a*b` takes it a minute. Both may be a stranger's, so the expression is rewritten: each part between two
stars of a segment, and each group of segments between two `**`, is matched where it first fits, and never tried again elsewhere. That
finds the same, since such a part has a fixed length: where it ends first, the most is left for what follows.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pathspec


_ANY, _LEADING, _BETWEEN = "[^/]*", "(?:.+/)?", "(?:/.+)?"
_TOKEN = re.compile(r"\[\^/\][*+]?|\[(?:\\.|[^\]\\])+\]|\(\?:/\.\+\)\?|\\.|[^\[\](){}.*+?\\|^$]", re.DOTALL)
SHAPE = re.compile(r"\^(?P<leading>\(\?:\.\+/\)\?)?(?P<body>.*?)(?P<end>(?:\(\?:)?\(\?P<ps_d>.*|/(?:\.\*\$)?)", re.DOTALL)


class Globs:
    """A list of patterns; of no patterns, nothing matches. pathspec is loaded only if there is one."""

    def __init__(self, patterns: Sequence[str]) -> None:
        """Compile.

        Args:
            patterns: gitignore patterns.

        Raises:
            ValueError: one of them is not a pattern, or can match nothing (a comment).
        """
        self._spec: pathspec.GitIgnoreSpec | None = None
        if patterns:
            import pathspec

            try:
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore", FutureWarning)  # on what `[a--b]` may mean to `re` one day
                    self._spec = pathspec.GitIgnoreSpec.from_lines(patterns)
                    _check_and_rewrite(self._spec, len(patterns))
            except re.error as error:  # a class like [9-0]
                raise ValueError(str(error)) from None

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


def _check_and_rewrite(spec: pathspec.GitIgnoreSpec, number: int) -> None:
    """Rewrite each pattern's expression; raises ValueError where one of that many is left out, or has none."""
    from pathspec import RegexPattern

    if len(spec.patterns) < number:
        raise ValueError("can match nothing")
    for pattern in spec.patterns:
        if pattern.include is None:
            raise ValueError("can match nothing")
        if isinstance(pattern, RegexPattern) and pattern.regex is not None:
            pattern.regex = re.compile(without_backtracking(pattern.regex.pattern))


def without_backtracking(expression: str) -> str:
    """The regular expression of a glob, rewritten so that it takes little time on every path.

    Args:
        expression: that pathspec made of one pattern.

    Returns:
        one that matches the same paths, but for a class, which matches no slash, as git has it; the same one where it is of another
        kind than those known here.
    """
    shape = SHAPE.fullmatch(expression)
    tokens = _TOKEN.findall(shape["body"]) if shape else []
    if shape is None or "".join(tokens) != shape["body"]:
        return expression
    # Not even a class like [!a] has a slash in it; to pathspec it may have one.
    tokens = [f"(?!/){token}" if token.startswith("[") and not token.startswith("[^/]") else token for token in tokens]
    names = iter(range(len(tokens) + 1))
    groups = ["".join(_segment(part, names) for part in _split(group, "/", keep=True)) for group in _split(tokens, _BETWEEN)]
    head, *others = groups
    last = others.pop() if others else None
    leading = shape["leading"] or ""
    if last is None:
        return f"^{leading}{head}{shape['end']}"
    begin = _first(f"(?:.+?/)??{head}(?=/)", names) if leading else head
    between = "".join(_first(f"(?:/.+?)??{group}(?=/)", names) for group in others)
    return f"^{begin}{between}{_BETWEEN}{last}{shape['end']}"


def _split(tokens: Sequence[str], mark: str, *, keep: bool = False) -> list[list[str]]:
    """The tokens between the marks; kept, a mark begins the part behind it."""
    parts: list[list[str]] = [[]]
    for token in tokens:
        if token == mark:
            parts.append([])
        if token != mark or keep:
            parts[-1].append(token)
    return parts


def _segment(tokens: list[str], names: Iterator[int]) -> str:
    """One segment of a path: its last star may try every length, each star in front of it takes the least that fits."""
    stars = [index for index, token in enumerate(tokens) if token == _ANY]
    text = "".join(tokens[: stars[0]]) if stars else "".join(tokens)
    for star, following in pairwise(stars):
        piece = "".join(tokens[star + 1 : following])
        if piece:
            text += _first(f"[^/]*?{piece}", names)
    return text + "".join(tokens[stars[-1] :]) if stars else text


def _first(expression: str, names: Iterator[int]) -> str:
    """What matches as the expression does at first, and is not tried again: what `(?>…)` is from Python 3.11 on."""
    name = f"g{next(names)}"
    return f"(?=(?P<{name}>{expression}))(?P={name})"
