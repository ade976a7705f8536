"""Writing a user's file: whole or not at all, with its line ends, its permissions and, through a link, its place kept.

And where nothing is written: a checked project may be a stranger's, who put a link in the place of a report, or a path into the
configuration.
"""

from __future__ import annotations

import contextlib
import difflib
import errno
import os
import tempfile
from pathlib import Path

from attio_scopes.model.errors import UserError
from attio_scopes.model.visible import visible

_SOURCES = (".py", ".pyw", ".pyi", ".ipynb")
_CONFIGURATION = frozenset({"pyproject.toml", "attio-scopes.yaml", "attio-scopes.yml"})
_GIT = ".git"


def refuse_strays(target: str, *, report: bool) -> None:
    """Make sure that a file that is to be written is the one that is named.

    Args:
        target: its path.
        report: it is a report, which has no business in the place of code or configuration.

    Raises:
        UserError: a link in the project leads out of it or into git's own data, or a report would take the place of a source or
            configuration file.
    """
    path, shown = os.path.abspath(target), visible(os.path.relpath(target))
    top, real = _project_of(path), os.path.realpath(path)
    if _is_within(path, top) and not _is_within(real, os.path.realpath(top)):
        raise UserError(f"{shown}: a link leads out of the project, to {visible(real)}; nothing was written")
    if _GIT in real.lower().split(os.sep):
        raise UserError(f"{shown}: is among git's own data; nothing was written")
    name = os.path.basename(real)
    if report and os.path.isfile(real) and (name.endswith(_SOURCES) or name in _CONFIGURATION):
        raise UserError(f"{shown}: is a source or configuration file; a report cannot replace it")


def refuse_outside(target: str, folder: str, option: str) -> None:
    """Make sure that a path that the configuration names stays in the project.

    Args:
        target: the path.
        folder: of the configuration.
        option: that names it instead.

    Raises:
        UserError: it leads out of the repository, or of the configuration's folder where there is none.
    """
    top = _project_of(os.path.join(os.path.abspath(folder), "-"), folder)
    if not _is_within(os.path.realpath(target), os.path.realpath(top)):
        shown = visible(os.path.relpath(target))
        raise UserError(f"{shown}: the configuration names a file outside of the project; name it with {option} to write there")


def _project_of(path: str, otherwise: str | None = None) -> str:
    """The repository that a path is in, as it is written; else the working folder, or another one."""
    folder = os.path.dirname(path)
    while folder != os.path.dirname(folder):
        if os.path.lexists(os.path.join(folder, _GIT)):
            return folder
        folder = os.path.dirname(folder)
    return otherwise or os.getcwd()


def _is_within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def replace_file(target: Path, text: str) -> None:
    """Write a text to a temporary file beside the target, then rename it.

    Args:
        target: a file that may or may not exist; a link is followed, so that it stays one.
        text: the contents, with line ends as they are to be.

    Raises:
        UserError: it cannot be written, or is not where it seems to be.
    """
    refuse_strays(str(target), report=False)
    real = Path(os.path.realpath(target))
    temporary = ""
    try:
        if real.exists() and not real.is_file():
            raise OSError(errno.EINVAL, "it is no file")
        handle, temporary = tempfile.mkstemp(prefix=f".{real.name}.", dir=real.parent)
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        if real.exists():
            os.chmod(temporary, real.stat().st_mode & 0o7777)
        else:
            mask = os.umask(0o022)
            os.umask(mask)
            os.chmod(temporary, 0o666 & ~mask)
        os.replace(temporary, real)
        temporary = ""
    except OSError as error:
        raise UserError(f"{visible(os.path.relpath(target))}: cannot be written ({error.strerror})") from None
    finally:  # an interruption too leaves nothing behind
        if temporary:
            with contextlib.suppress(OSError):
                os.unlink(temporary)


def compile_in_place(folder: Path) -> Path:
    """Write the compiled copy of the rules in a folder.

    Raises:
        UserError: a rule is wrong, or the copy is not where it seems to be.
    """
    from attio_scopes.rule_files import COMPILED, compile_rules

    refuse_strays(str(folder / COMPILED), report=False)
    return compile_rules(folder)


def read_file(path: str) -> str:
    """The text of a configuration file, with its line ends as they are.

    Raises:
        UserError: it cannot be read.
    """
    from attio_scopes.configure.documents import read_text

    return read_text(path, os.path.relpath(path))


def difference(before: str, after: str, file: str) -> str:
    """The difference between two texts, as `diff -u` shows it, safe for a terminal."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), f"a/{file}", f"b/{file}", lineterm="")
    return "".join(visible(line) + "\n" for line in lines)
