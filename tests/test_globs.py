"""Globs: what they match is what pathspec says, and on no path do they take long."""

from __future__ import annotations

import re
import time

import pathspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attio_scopes.globs import Globs, without_backtracking

PIECES = ["a", "b", "*", "*", "**", "/", "/", "?", "[ab]", "[!a]", ".", "\\*", "+", "**/", "/**", "-"]


def plain(pattern: str, path: str) -> bool:
    """What pathspec says by itself, but that a class matches no slash."""
    spec = pathspec.GitIgnoreSpec.from_lines([pattern])
    for found in spec.patterns:
        if isinstance(found, pathspec.RegexPattern) and found.regex is not None:
            found.regex = re.compile(found.regex.pattern.replace("[^a]", "(?!/)[^a]"))
    return spec.match_file(path)


@pytest.mark.slow
@settings(max_examples=1000, deadline=None, database=None, derandomize=True)
@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=9).map("".join),
    st.lists(st.text("ab.*", min_size=1, max_size=6), min_size=1, max_size=5).map("/".join),
    st.booleans(),
)
def test_a_rewritten_glob_matches_the_same_paths(pattern: str, path: str, folder: bool) -> None:
    try:
        globs = Globs((pattern,))
    except ValueError:
        return
    assert globs.match(path, folder=folder) == plain(pattern, path + "/" if folder else path)


@pytest.mark.parametrize(
    ("pattern", "rewritten"),
    [("*a*b", True), ("x*y", False), ("**/a/**/b", True), ("src/**/x_*_test_*.py", True), ("a/*/b", False), ("*", False), ("a**b", True)],
)
def test_only_what_could_take_long_is_rewritten(pattern: str, rewritten: bool) -> None:
    """And all of that is: what pathspec makes of a pattern is of the kind that is known here."""
    (found,) = pathspec.GitIgnoreSpec.from_lines([pattern]).patterns
    assert isinstance(found, pathspec.RegexPattern)
    assert found.regex is not None
    assert (without_backtracking(found.regex.pattern) != found.regex.pattern) == rewritten


HARD = {
    "stars in a name": ("*a" * 20 + "*b", "a" * 250 + ".py"),
    "stars and question marks": ("*?" * 20 + "b", "a" * 250 + ".py"),
    "stars and classes": ("*[ab]" * 20 + "c", "ab" * 125 + ".py"),
    "folders": ("**/a/" * 20 + "b", "a/" * 100 + "c.py"),
    "folders, many levels": ("**/a/" * 20 + "b", "a/" * 1500 + "c.py"),
    "folders with stars": ("**/*a*/" * 20 + "b", "aa/" * 100 + "c.py"),
    "folders with stars and a star": ("**/*a*a*a/" * 10 + "*b*b", ("a" * 30 + "/") * 30 + "b.py"),
    "folders only": ("**/" * 20 + "x", "a/" * 1500 + "c.py"),
    "segments": ("*/" * 20 + "x", "a/" * 1500 + "c.py"),
}


@pytest.mark.parametrize("name", HARD)
def test_no_glob_takes_long(name: str) -> None:
    pattern, path = HARD[name]
    globs = Globs((pattern,))
    started = time.process_time()
    assert not globs.match(path)
    assert time.process_time() - started < 0.5


@pytest.mark.parametrize("pattern", ["[9-0]", "#x", "", " ", "/", "!"])
def test_what_is_no_glob(pattern: str) -> None:
    with pytest.raises(ValueError, match=re.compile("")):
        Globs((pattern,))
