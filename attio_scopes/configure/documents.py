"""Read a configuration file into plain values with the place of each.

Takes a TOML or YAML file; gives plain dicts, lists and scalars, and where each key and item stands. It knows nothing of this
tool's own keys.
"""

from __future__ import annotations

import re
import sys

from msgspec import Struct, field

from attio_scopes.configure.toml_places import places
from attio_scopes.disk import read_regular
from attio_scopes.model.call import Place, Pointer, line_of
from attio_scopes.model.errors import UserError
from attio_scopes.model.visible import visible

_LARGEST = 1_000_000
"""Bytes; no configuration is that long, and reading more would only take time."""
_LARGEST_YAML = 200_000
"""Characters: the parser takes 20 µs for each."""
_DEEPEST = 60
"""The TOML parser's time grows with the square of the parts of a key."""
_DEEP_KEY = re.compile(r"""(?<![\w-])(?:(?:[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*\.[ \t]*){%d}""" % _DEEPEST)  # noqa: UP031 - braces


class Document(Struct, frozen=True):
    """A file's contents.

    Attributes:
        file: path as shown to the user.
        values: the top-level table.
        places: where each key and item is written.
    """

    file: str
    values: dict[str, object]
    places: dict[Pointer, Place] = field(default_factory=dict)

    def line(self, path: Pointer) -> int:
        """The line of a key or item, or of the nearest thing around it that has one."""
        return line_of(self.places, path)


def read_text(absolute: str, file: str) -> str:
    """The text of a configuration file, which has to be UTF-8 (a byte order mark is allowed).

    Raises:
        UserError: it cannot be read, is no regular file, is not UTF-8, or is absurdly long.
    """
    try:
        return read_regular(absolute, _LARGEST).decode("utf-8-sig")
    except OSError as error:
        raise UserError(f"{visible(file)}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise UserError(f"{visible(file)}: is not UTF-8 text (byte {error.start})") from error


def read_toml(text: str, file: str) -> Document:
    """Read TOML.

    Raises:
        UserError: it is not TOML; with the line, where the parser tells it.
    """
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    deep = _DEEP_KEY.search(text)
    if deep is not None:
        raise UserError(f"{visible(file)}:{text.count(chr(10), 0, deep.start()) + 1}: a key has more than {_DEEPEST} parts")
    # CR LF is a line end to TOML; the parser wants it as LF only in Python 3.10's stand-in.
    text = text.replace("\r\n", "\n")
    try:
        values: dict[str, object] = tomllib.loads(text)
    except ValueError as error:  # its own errors are some, a number of 10,000 digits is another
        raise UserError(f"{visible(file)}: is not valid TOML: {visible(str(error))}") from error
    except RecursionError as error:
        raise UserError(f"{visible(file)}: is nested too deeply") from error
    return Document(file, values, places(text, file))


def read_yaml(text: str, file: str) -> Document:
    """Read YAML: mappings, sequences and plain scalars of one document.

    Raises:
        UserError: it is not YAML, or has aliases, anchors, tags or repeated keys.
    """
    from attio_scopes.strict_yaml import read_yaml as strictly

    if len(text) > _LARGEST_YAML:
        raise UserError(f"{visible(file)}: too long for a configuration file (over {_LARGEST_YAML} characters)")
    tree = strictly(text, file)
    values = {} if tree.data is None else tree.data
    if not isinstance(values, dict):
        raise UserError(f"{visible(file)}:1: the top level must be a table of keys and values")
    return Document(file, values, tree.places)
