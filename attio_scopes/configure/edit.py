"""Edit: new scopes for declared tokens in the text of a configuration file, with every comment and every other key kept.

Takes the text of pyproject.toml or attio-scopes.yaml and the scopes that tokens are to have; gives the new text. It reads and
writes no file. The new text is read back: if anything but those scopes has changed, it is not given out.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from attio_scopes.configure.documents import read_toml, read_yaml
from attio_scopes.model.errors import InternalError, UserError
from attio_scopes.model.scope import Scope, ScopeSet
from attio_scopes.model.visible import visible

if TYPE_CHECKING:
    import yaml

Steps = tuple[str, ...]
DEFAULT_TOKEN = "default"  # noqa: S105 - the name of a token, not a token


def edit_scopes(text: str, file: str, scopes: Mapping[str, ScopeSet]) -> str:
    """Give declared tokens other scopes.

    Args:
        text: of the configuration file; with line ends of either kind.
        file: its path, for messages; its ending tells the format.
        scopes: by name of the token, the scopes that it is to have.

    Returns:
        the new text. Items that stay keep their place and comments, narrowed ones are changed in place, new ones come last.

    Raises:
        UserError: the file is broken, or one of the tokens has no list of scopes that could be edited.
        InternalError: the edit went wrong; nothing should be written.
    """
    toml = file.endswith(".toml")
    windows = "\r\n" in text and "\n" not in text.replace("\r\n", "")
    plain = text.replace("\r\n", "\n") if windows else text
    before = (read_toml if toml else read_yaml)(plain, file).values
    goal = copy.deepcopy(before)
    for name, wanted in scopes.items():
        steps = _steps(before, name, toml, file)
        old = [str(item) for item in _follow(before, steps)]
        new = arranged(old, wanted)
        _follow(goal, steps)[:] = new
        if new != old:
            plain = _edit_toml(plain, steps, new) if toml else _edit_yaml(plain, steps, old, new, file)
    if (read_toml if toml else read_yaml)(plain, file).values != goal:
        raise InternalError(f"the edit of {file} did not give what it should; it was not written")
    return plain.replace("\n", "\r\n") if windows else plain


def arranged(old: Sequence[str], wanted: ScopeSet) -> list[str]:
    """The items of a list with other scopes: what stays keeps its place, what is narrowed or widened too, the rest is added."""
    left = {str(scope): scope for scope in wanted}
    kept = {text for text in old if text in left}
    new: list[str] = []
    for text in old:
        if text not in kept:
            other = next((t for t, scope in left.items() if t not in kept and scope.resource == Scope.parse(text).resource), None)
            if other is None:
                continue
            text = other
        if text in left:
            new.append(text)
            del left[text]
    return [*new, *left]


def _steps(values: Mapping[str, object], name: str, toml: bool, file: str) -> Steps:
    """The way to a token's list of scopes."""
    prefix: Steps = ("tool", "attio-scopes") if toml and "tool" in values else ()
    candidates: list[Steps] = [(*prefix, "tokens", name, "scopes")]
    if name == DEFAULT_TOKEN:
        candidates.append((*prefix, "scopes"))
    for steps in candidates:
        try:
            if isinstance(_follow(values, steps), list):
                return steps
        except (KeyError, TypeError):
            continue
    raise UserError(f"{visible(file)}: token {visible(name)} has no list of scopes that could be edited")


def _follow(values: object, steps: Steps) -> list[Any]:
    for step in steps:
        values = cast("dict[str, object]", values)[step]
    return cast("list[Any]", values)


# --- TOML ------------------------------------------------------------------------------------------------------


def _edit_toml(text: str, steps: Steps, new: Sequence[str]) -> str:
    import tomlkit

    document = tomlkit.parse(text)
    table: Any = document
    for step in steps:
        table = table[step]
    array = table
    left = list(new)
    for index in range(len(array) - 1, -1, -1):
        old = str(array[index])
        if old in left:
            continue
        other = next((item for item in left if item.partition(":")[0] == old.partition(":")[0] and item not in array), None)
        if other is None:
            del array[index]
        else:
            array[index] = other
    present = {str(item) for item in array}
    for item in left:
        if item not in present:
            array.append(item)
    return tomlkit.dumps(document)


# --- YAML ------------------------------------------------------------------------------------------------------


def _edit_yaml(text: str, steps: Steps, old: Sequence[str], new: Sequence[str], file: str) -> str:
    node = _yaml_node(text, steps)
    if node.flow_style:
        return _edit_flow(text, node, new, file)
    lines = text.splitlines(keepends=True)
    marks = [item.start_mark for item in node.value]
    dash = lines[marks[0].line][: marks[0].column]
    left = list(new)
    changed: dict[int, str] = {}
    for mark, item, before in zip(marks, node.value, old, strict=True):
        if before in left:
            left.remove(before)
            continue
        line = lines[mark.line]
        other = next((text for text in left if text.partition(":")[0] == before.partition(":")[0] and text not in old), None)
        changed[mark.line] = "" if other is None else line[: mark.column] + other + line[item.end_mark.column :]
        if other is not None:
            left.remove(other)
    last = marks[-1].line
    tail = changed.get(last, lines[last])
    if left and tail and not tail.endswith("\n"):
        tail += "\n"
    changed[last] = tail + "".join(f"{dash}{item}\n" for item in left)
    result = [changed.get(number, line) for number, line in enumerate(lines)]
    if not new:
        # A key without a value would be null: the empty list is written behind the key.
        key = _key_line(text, steps)
        head, colon, rest = result[key].partition(":")
        result[key] = f"{head}{colon} []{rest}"
    return "".join(result)


def _edit_flow(text: str, node: yaml.SequenceNode, new: Sequence[str], file: str) -> str:
    start, end = node.start_mark.index, node.end_mark.index
    if "#" in text[start:end]:
        line = node.start_mark.line + 1
        raise UserError(
            f"{visible(file)}:{line}: a list in brackets with comments in it cannot be edited without losing them; "
            f"make it: {', '.join(new) or 'empty'}"
        )
    if "\n" not in text[start:end] or not node.value:
        return text[:start] + "[" + ", ".join(new) + "]" + text[end:]
    indent = " " * node.value[0].start_mark.column if node.value[0].start_mark.line > node.start_mark.line else "  "
    close = text[:end].rsplit("\n", 1)[-1][: -len("]")]
    inside = "".join(f"{indent}{item},\n" for item in new)
    return text[:start] + "[\n" + inside + (close if not close.strip() else "") + "]" + text[end:]


def _yaml_node(text: str, steps: Steps) -> yaml.SequenceNode:
    node = _yaml_items(text, steps)[1]
    return cast("yaml.SequenceNode", node)


def _key_line(text: str, steps: Steps) -> int:
    line: int = _yaml_items(text, steps)[0].start_mark.line
    return line


def _yaml_items(text: str, steps: Steps) -> tuple[yaml.Node, yaml.Node]:
    """The key and the value at the end of the way."""
    import yaml

    node = cast("yaml.Node", yaml.compose(text, Loader=yaml.SafeLoader))
    key = node
    for step in steps:
        assert isinstance(node, yaml.MappingNode)  # noqa: S101 - `_steps` has gone this way
        key, node = next((k, v) for k, v in node.value if k.value == step)
    return key, node
