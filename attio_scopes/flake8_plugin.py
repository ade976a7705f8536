"""The flake8 plugin: the findings of `attio-scopes check` in Python files, among those of other linters.

Takes a file from flake8, gives its findings. What a call needs may be decided in another module, so a project is analysed as a whole, once:
by the process that starts flake8's workers, before it starts them. A worker that is not a copy of it finds the result in the cache. A
project without a configuration of attio-scopes is left alone. Findings about the configuration file (ATS101, ATS102) are in no Python file,
so flake8 cannot show them: `attio-scopes check` does. For a file that the running Python cannot parse flake8 tells its own E999 and asks no
plugin.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import os
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import ClassVar

from attio_scopes import __version__

Row = tuple[int, int, str, type["Plugin"]]
_MOST_PROJECTS = 32
_STANDARD_INPUT = ("-", "stdin", "/dev/stdin")


class Plugin:
    """Made by flake8 for each file; `run` gives what is to be told of it."""

    name = "attio-scopes"
    version = __version__
    from_stdin: ClassVar[bool] = False

    def __init__(self, tree: ast.AST, filename: str, lines: Sequence[str]) -> None:
        """Take a file.

        Args:
            tree: not used; asking for it makes flake8 call once for each file.
            filename: as flake8 shows it.
            lines: the text, with its line breaks.
        """
        del tree
        self._filename = filename
        self._lines = lines

    @classmethod
    def parse_options(cls, options: argparse.Namespace) -> None:
        """Learn whether flake8 reads standard input, where the text is not what the disk says.

        And where only our codes are selected, select what flake8 says of a file that it cannot parse: it asks no plugin about that one.
        """
        filenames = getattr(options, "filenames", ())
        cls.from_stdin = "-" in filenames
        if not cls.from_stdin:
            _prepare(filenames or ["."])
        selected = getattr(options, "select", None)
        if selected and any(code.startswith("ATS") for code in selected) and not any("E999".startswith(code) for code in selected):
            options.select = [*selected, "E999"]

    def run(self) -> Iterator[Row]:
        """The findings of the file: line, column from 0, text, and this class.

        Raises:
            ExecutionError: the configuration is wrong; flake8 tells why in a few lines, and fails.
        """
        from attio_scopes.model.errors import UserError, told

        given = "".join(self._lines) if self.from_stdin or self._filename in _STANDARD_INPUT else None
        try:
            rows = _findings(self._filename, given)
        except UserError as error:
            from flake8.exceptions import ExecutionError

            raise ExecutionError("\n".join(f"attio-scopes: {problem}".rstrip() for problem in told(error))) from None
        for line, column, text in rows:
            yield line, column, text, type(self)


def _prepare(filenames: Sequence[str]) -> None:
    """Analyse the projects of the files. What is wrong with one is told when its first file is checked."""
    from attio_scopes.configure import find
    from attio_scopes.model.errors import UserError
    from attio_scopes.projects import Request, parts_of

    with contextlib.suppress(UserError):
        folders = [name for name in filenames if os.path.isdir(name)]
        configured = {find(os.path.dirname(os.path.realpath(name))) for name in filenames if os.path.isfile(name)}
        configured |= {part.configuration.file for part in (parts_of(Request(tuple(folders))) if folders else ())}
        for file in sorted(os.path.realpath(file) for file in configured if file is not None)[:_MOST_PROJECTS]:
            _project(file, ())


def _findings(filename: str, given: str | None) -> tuple[tuple[int, int, str], ...]:
    """The findings of one file, as its project's run has them."""
    from attio_scopes.configure import find

    # A real path, so that a link to a file and the file are the same.
    path = os.path.realpath(filename)
    configuration = find(os.path.dirname(path))
    if configuration is None:
        return ()
    contents = () if given is None else ((path, given.encode("utf-8", "surrogatepass")),)
    return _project(configuration, contents).get(path, ())


@lru_cache(maxsize=_MOST_PROJECTS)
def _project(configuration: str, contents: tuple[tuple[str, bytes], ...]) -> dict[str, tuple[tuple[int, int, str], ...]]:
    """The findings of every file of a project, by its real path.

    Args:
        configuration: absolute path of the project's configuration file.
        contents: of `Request`.

    Returns:
        for each file (line, column from 0, text).

    Raises:
        UserError: the configuration is wrong.
    """
    from attio_scopes.model.visible import neutral, visible
    from attio_scopes.pipeline import Request, run

    outcome = run(Request((os.path.dirname(configuration),), contents=contents, single=True, cache=True))
    found: dict[str, list[tuple[int, int, str]]] = {}
    for finding in outcome.report.findings:
        path = os.path.realpath(os.path.join(outcome.root, finding.place.path))
        text = neutral(visible(f"{finding.code.id} {finding.code.slug}: {finding.message}"))
        found.setdefault(path, []).append((finding.place.line, finding.place.column - 1, text))
    return {path: tuple(rows) for path, rows in found.items()}
