"""Parse: a file's bytes to a libcst tree.

Takes bytes and gives a tree or a `ParseFailure`; never raises for what the bytes hold, never imports or runs them.
libcst reads the coding cookie, the byte order mark and any line ends itself.
"""

from __future__ import annotations

import libcst
from msgspec import Struct

from attio_scopes.depth import refusal


class Parsed(Struct, frozen=True):
    """A parsed file: its path relative to the root, and its tree."""

    path: str
    tree: libcst.Module


class ParseFailure(Struct, frozen=True):
    """A file that cannot be parsed. `line` counts from 1."""

    path: str
    line: int
    reason: str


def parse(data: bytes, path: str) -> Parsed | ParseFailure:
    """Parse one file.

    Args:
        data: the file's bytes.
        path: relative to the root, with `/`; only carried along.

    Returns:
        the tree, or why there is none.
    """
    refused = refusal(data)
    if refused is not None:
        return ParseFailure(path, refused.line, refused.reason)
    try:
        return Parsed(path, libcst.parse_module(data))
    except libcst.ParserSyntaxError as error:
        return ParseFailure(path, max(1, error.raw_line), "it is not valid Python")
    except (UnicodeDecodeError, LookupError, SyntaxError):
        return ParseFailure(path, 1, "its text encoding cannot be read")
    except RecursionError:
        return ParseFailure(path, 1, "an expression is nested too deeply")
    except Exception as error:  # libcst's native parser raises bare exceptions of several kinds for odd bytes
        return ParseFailure(path, 1, f"libcst cannot read it ({type(error).__name__})")
