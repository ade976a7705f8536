"""Read a configuration file into plain values with the place of each.

Takes a TOML or YAML file; gives plain dicts, lists and scalars, and where each key and item stands. YAML is read with the
safe loader's scalars only: no tags, no aliases (a few bytes of aliases can stand for gigabytes), no duplicate keys. It
knows nothing of this tool's own keys.
"""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, cast

from msgspec import Struct, field

from attio_scopes.configure.toml_places import Path, places
from attio_scopes.disk import read_regular
from attio_scopes.model.call import Place
from attio_scopes.model.errors import UserError
from attio_scopes.model.visible import visible

if TYPE_CHECKING:
    import yaml

_COLLECTIONS = ("tag:yaml.org,2002:map", "tag:yaml.org,2002:seq")
_LARGEST = 1_000_000
"""Bytes; no configuration is that long, and reading more would only take time."""
_LARGEST_YAML = 200_000
"""Characters: the parser takes 20 µs for each."""
_DEEPEST = 60
"""Levels. The YAML parser's time grows with the square of the depth, the TOML parser's with the square of the parts of a key."""
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
    places: dict[Path, Place] = field(default_factory=dict)

    def line(self, path: Path) -> int:
        """The line of a key or item, or of the nearest thing around it that has one."""
        while path:
            if path in self.places:
                return self.places[path].line
            path = path[:-1]
        return 1


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
        UserError: it is not YAML, or has aliases, anchors, tags or duplicate keys.
    """
    import yaml

    if len(text) > _LARGEST_YAML:
        raise UserError(f"{visible(file)}: too long for a configuration file (over {_LARGEST_YAML} characters)")
    depth = 0
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > _DEEPEST:
                raise UserError(f"{visible(file)}: is nested too deeply")
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
                line = event.start_mark.line + 1 if event.start_mark is not None else 1
                raise UserError(f"{visible(file)}:{line}: anchors and aliases are not allowed here")
        loader = yaml.SafeLoader(text)
        try:
            node = loader.get_single_node()
            reading = _YamlReading(file, loader)
            values = {} if node is None else reading.value(node, ())
        finally:
            loader.dispose()
    except yaml.YAMLError as error:
        raise UserError(_yaml_problem(error, file)) from error
    except RecursionError as error:
        raise UserError(f"{visible(file)}: is nested too deeply") from error
    if reading.problems:
        raise UserError(*reading.problems)
    if not isinstance(values, dict):
        raise UserError(f"{visible(file)}:1: the top level must be a table of keys and values")
    return Document(file, cast("dict[str, object]", values), reading.places)


def _yaml_problem(error: yaml.YAMLError, file: str) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error).split("\n")[0]
    line = f":{mark.line + 1}" if mark is not None else ""
    return f"{visible(file)}{line}: is not valid YAML: {visible(str(problem))}"


class _YamlReading:
    """Turns nodes into values and remembers where they stand."""

    def __init__(self, file: str, loader: yaml.SafeLoader) -> None:
        self._file = file
        self._loader = loader
        self.places: dict[Path, Place] = {}
        self.problems: list[str] = []

    def value(self, node: yaml.Node, path: Path) -> object:
        import yaml

        if not isinstance(node, yaml.ScalarNode) and node.tag not in _COLLECTIONS:
            self._foreign_tag(node)
            return None
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            items: list[object] = []
            for number, item in enumerate(node.value):
                here = (*path, number)
                self.places[here] = self._place(item)
                items.append(self.value(item, here))
            return items
        return self._scalar(node)

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, object]:
        values: dict[str, object] = {}
        for key_node, value_node in node.value:
            key = str(self._scalar(key_node)) if not isinstance(key_node.value, list) else "?"
            if key in values:
                self.problems.append(f"{visible(self._file)}:{key_node.start_mark.line + 1}: duplicate key {visible(key)}")
            here = (*path, key)
            self.places[here] = self._place(key_node)
            values[key] = self.value(value_node, here)
        return values

    def _scalar(self, node: yaml.Node) -> object:
        import yaml

        known = ("str", "int", "float", "bool", "null", "timestamp")
        if node.tag not in {f"tag:yaml.org,2002:{name}" for name in known}:
            self._foreign_tag(node)
            return ""
        if node.tag.endswith(("str", "timestamp")):
            return str(node.value)
        try:
            return cast("object", self._loader.construct_object(node))
        except (ValueError, yaml.YAMLError):
            return str(node.value)

    def _foreign_tag(self, node: yaml.Node) -> None:
        line = node.start_mark.line + 1
        self.problems.append(f"{visible(self._file)}:{line}: tag {visible(str(node.tag))} is not allowed here")

    def _place(self, node: yaml.Node) -> Place:
        start, end = node.start_mark, node.end_mark
        return Place(self._file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
