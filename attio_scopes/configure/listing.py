"""Listing: a list of scopes in another file, where each of its items stands, and the same file with other items.

Takes the text of a Python, TOML, YAML, JSON, Markdown or other file and the name of a list in it, or the markers around one; gives the
items with their places. A Python file is parsed and never imported or run. An edit changes items, and nothing else: what stays keeps its
form and its place.

    app/scopes.py:REQUIRED        a list, tuple, set, frozenset or joined text that is bound to a name of the module
    app/scopes.py:Scope           an Enum: its texts
    config.toml:attio.scopes      a list by its keys, also in YAML and JSON
    README.md                     what stands between `attio-scopes: begin` and `attio-scopes: end`, in whatever comments the file has
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from attio_scopes.configure.documents import Document, read_toml, read_yaml
from attio_scopes.configure.edit import arranged
from attio_scopes.model.call import Place, Pointer
from attio_scopes.model.errors import UserError
from attio_scopes.model.scope import ScopeSet
from attio_scopes.model.visible import visible

BEGIN, END = "attio-scopes: begin", "attio-scopes: end"
_SCOPE = re.compile(r"(?<![\w:./-])[A-Za-z][A-Za-z0-9_]{0,60}:(?:read-write|read)(?![\w:-])")
_KIND = re.compile(r"[ \t]+(entries|endpoints)\b")
_WORD = re.compile(r"[^\s,;]+")
_BUILDERS = frozenset({"frozenset", "set", "list", "tuple", "sorted"})


class Item(Struct, frozen=True):
    """A text of a list, and where it stands: from `start` to `end` of the file's text, without quotes."""

    text: str
    start: int
    end: int


class Listing(Struct, frozen=True):
    """A list in a file.

    Attributes:
        file: its path as shown to the user.
        text: of the file.
        items: of the list, in their order.
        start, end: the stretch of the text that is the list, or what the markers enclose.
        joined: it is one text, with blanks between the scopes.
        kind: what the first marker asks for: `entries`, `endpoints`, or "" for scopes.
    """

    file: str
    text: str
    items: tuple[Item, ...]
    start: int
    end: int
    joined: bool = False
    kind: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing between the markers yet."""
        return not self.text[self.start : self.end].strip()

    def place(self, item: Item) -> Place:
        """Where an item stands, as reports have it."""
        return Place(self.file, *_line_and_column(self.text, item.start), *_line_and_column(self.text, item.end))


def read_listing(text: str, file: str, name: str) -> Listing:
    """Read a list.

    Args:
        text: of the file, with line feeds.
        file: its path, as shown to the user; its ending tells the format.
        name: of the list, or "" for what the markers enclose.

    Raises:
        UserError: there is no such list, or it is not written out.
    """
    if not name:
        return _between_markers(text, file)
    if file.endswith((".py", ".pyi")):
        return _in_python(text, file, name)
    if file.endswith(".toml"):
        return _in_document(read_toml(text, file), text, file, name)
    if file.endswith((".yaml", ".yml")):
        return _in_document(read_yaml(text, file), text, file, name)
    if file.endswith(".json"):
        return _in_document(read_yaml(text.replace("\t", " "), file), text, file, name)
    raise UserError(f"{visible(file)}: a list is named in Python, TOML, YAML and JSON files; elsewhere write the markers {BEGIN} and {END}")


def split_target(target: str) -> tuple[str, str]:
    """File and name of `FILE:NAME`; the name is "" of a file alone. A drive's colon is none of ours."""
    head, colon, name = target.rpartition(":")
    return (head, name) if colon and len(head) > 1 and "/" not in name and "\\" not in name else (target, "")


# --- reading ---------------------------------------------------------------------------------------------------------


def _between_markers(text: str, file: str) -> Listing:
    begins = [found.start() for found in re.finditer(re.escape(BEGIN), text)]
    if len(begins) != 1:
        told = "has no marker" if not begins else "has more than one marker"
        raise UserError(f"{visible(file)}: {told} `{BEGIN}`")
    start = text.find("\n", begins[0]) + 1
    end = text.find(END, begins[0])
    if not start or end < start:
        raise UserError(f"{visible(file)}:{text.count(chr(10), 0, begins[0]) + 1}: the marker `{BEGIN}` has no line `{END}` after it")
    end = text.rfind("\n", 0, end) + 1
    kind = _KIND.match(text, begins[0] + len(BEGIN))
    items = tuple(Item(found[0], *found.span()) for found in _SCOPE.finditer(text, start, end))
    return Listing(file, text, items, start, end, kind=kind[1] if kind is not None else "")


def _in_document(document: Document, text: str, file: str, name: str) -> Listing:
    path = tuple(name.split("."))
    value: object = document.values
    for step in path:
        value = value.get(step) if isinstance(value, dict) else None
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise UserError(f"{visible(file)}: has no list of texts named {visible(name)}")
    starts = _line_starts(text)
    items = []
    for number, item in enumerate(value):
        key: Pointer = (*path, number)
        place = document.places[key]
        first = starts[place.line - 1] + place.column - 1
        last = starts[place.end_line - 1] + place.end_column - 1
        at = text.find(item, first, last)
        if at < 0:
            raise UserError(f"{visible(file)}:{place.line}: {visible(item)} is written with escapes; write it plainly")
        items.append(Item(item, at, at + len(item)))
    if not items:
        raise UserError(f"{visible(file)}: the list {visible(name)} is empty; write its first scope by hand")
    return Listing(file, text, tuple(items), items[0].start, items[-1].end)


def _in_python(text: str, file: str, name: str) -> Listing:
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        line = getattr(error, "lineno", None)
        raise UserError(f"{visible(file)}{f':{line}' if line else ''}: is not Python that can be read") from None
    node = next((found for stmt in tree.body if (found := _bound(stmt, name)) is not None), None)
    if node is None:
        raise UserError(f"{visible(file)}: binds no {visible(name)}")
    constants = list(_texts(node, name, file))
    starts = _line_starts(text)
    items = [item for constant in constants for item in _items(constant, text, starts, file)]
    if not items:
        raise UserError(f"{visible(file)}:{node.lineno}: {visible(name)} lists no text; write its first scope by hand")
    return Listing(file, text, tuple(items), items[0].start, items[-1].end, isinstance(node, ast.Constant))


def _bound(stmt: ast.stmt, name: str) -> ast.expr | ast.ClassDef | None:
    """What a statement binds to a name: an expression, or a class."""
    if isinstance(stmt, ast.ClassDef) and stmt.name == name:
        return stmt
    if isinstance(stmt, ast.Assign) and any(isinstance(target, ast.Name) and target.id == name for target in stmt.targets):
        return stmt.value
    if isinstance(stmt, ast.AnnAssign) and isinstance(stmt.target, ast.Name) and stmt.target.id == name:
        return stmt.value
    return None


def _texts(node: ast.expr | ast.ClassDef, name: str, file: str) -> Iterator[ast.Constant]:
    """The texts of a list that is written out.

    Raises:
        UserError: something in it is no text.
    """
    if isinstance(node, ast.ClassDef):
        for stmt in node.body:
            value = stmt.value if isinstance(stmt, (ast.Assign, ast.AnnAssign)) else None
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                yield value
        return
    if isinstance(node, ast.Call):
        joined = isinstance(node.func, ast.Attribute) and node.func.attr == "join"
        if (joined or (isinstance(node.func, ast.Name) and node.func.id in _BUILDERS)) and len(node.args) == 1 and not node.keywords:
            yield from _texts(node.args[0], name, file)
            return
    elif isinstance(node, (ast.List, ast.Tuple, ast.Set)):
        for item in node.elts:
            yield from _texts(item, name, file)
        return
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node
        return
    raise UserError(f"{visible(file)}:{node.lineno}: {visible(name)} is not written out as texts, so it cannot be read without running it")


def _items(node: ast.Constant, text: str, starts: Sequence[int], file: str) -> Iterator[Item]:
    """The words of a text: one scope, or several with blanks or commas between."""
    first = _offset(text, starts, node.lineno, node.col_offset)
    last = _offset(text, starts, node.end_lineno or node.lineno, node.end_col_offset or 0)
    at = first
    for word in _WORD.findall(str(node.value)):
        at = text.find(word, at, last)
        if at < 0:
            raise UserError(f"{visible(file)}:{node.lineno}: {visible(word)} is written with escapes; write it plainly")
        yield Item(word, at, at + len(word))
        at += len(word)


def _offset(text: str, starts: Sequence[int], line: int, column: int) -> int:
    """The place in a text of a column that counts bytes."""
    start = starts[line - 1]
    end = text.find("\n", start)
    row = text[start : end if end >= 0 else len(text)]
    return start + len(row.encode()[:column].decode(errors="replace"))


def _line_starts(text: str) -> list[int]:
    return [0, *(found.end() for found in re.finditer("\n", text))]


def _line_and_column(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1


# --- editing ---------------------------------------------------------------------------------------------------------


def relisted(listing: Listing, wanted: ScopeSet) -> str:
    """The file's text with other scopes in the list.

    Args:
        listing: as read.
        wanted: the scopes that it is to have.

    Returns:
        the text, unchanged where the list has just these. What stays keeps its place, what is narrowed or widened too; new ones come last.

    Raises:
        UserError: it cannot be edited without a change of something else.
    """
    old = [item.text for item in listing.items]
    scopes = [text for text in old if _SCOPE.fullmatch(text)]
    new = arranged(scopes, wanted)
    if sorted(new) == sorted(old):
        return listing.text
    if not listing.items or not new:
        raise UserError(f"{visible(listing.file)}: a list without scopes is written by hand; it should have: {', '.join(new) or 'none'}")
    text = _edited(listing, new)
    again = [found[0] for found in _SCOPE.finditer(text, listing.start, listing.end + len(text) - len(listing.text))]
    if sorted(again) != sorted(new):
        raise UserError(f"{visible(listing.file)}: the list cannot be edited; it should have: {', '.join(new)}")
    return text


def filled(listing: Listing, content: str) -> str:
    """The file's text with other content between the markers."""
    return listing.text[: listing.start] + content + listing.text[listing.end :]


def _edited(listing: Listing, new: Sequence[str]) -> str:
    text = listing.text
    left = list(new)
    changes: list[tuple[Item, str | None]] = []
    kept = {item.text for item in listing.items if item.text in left}
    for item in listing.items:
        if item.text in left:
            left.remove(item.text)
            changes.append((item, item.text))
            continue
        resource = item.text.partition(":")[0]
        other = next((one for one in left if one not in kept and one.partition(":")[0] == resource), None)
        if other is not None:
            left.remove(other)
        changes.append((item, other))
    if left and all(becomes is None for _, becomes in changes):
        changes[0] = (changes[0][0], left.pop(0))
    staying = [(item, becomes) for item, becomes in changes if becomes is not None]
    for item, becomes in reversed(changes):
        if left and staying and (item, becomes) == staying[-1]:
            text = _with_more(text, item, left, listing.joined)
        if becomes is None:
            text = _without(text, item)
        elif becomes != item.text:
            text = text[: item.start] + becomes + text[item.end :]
    return text


def _row(text: str, item: Item) -> tuple[int, int]:
    """The line of an item: its start, and its end with the line feed."""
    end = text.find("\n", item.end)
    return text.rfind("\n", 0, item.start) + 1, end + 1 if end >= 0 else len(text)


def _is_alone(text: str, item: Item) -> bool:
    """Whether an item has a line of its own: nothing else on it is a scope."""
    first, last = _row(text, item)
    return len(_SCOPE.findall(text[first:last].split("#")[0])) == 1 and not re.search(r"[\[({]", text[first : item.start].lstrip(" -*"))


def _quote(text: str, item: Item) -> str:
    """The quote that an item alone stands in; "" where there is none, or others are in it too."""
    before, behind = text[item.start - 1 : item.start], text[item.end : item.end + 1]
    return behind if before == behind and behind in ("'", '"', "`") else ""


def _with_more(text: str, item: Item, more: Sequence[str], joined: bool) -> str:
    """The text with more items after one: in lines like its own, or beside it."""
    first, last = _row(text, item)
    quote = "" if joined else _quote(text, item)
    if joined or not _is_alone(text, item):
        behind = item.end + len(quote)
        between = _between(text, item, quote)
        return text[:behind] + "".join(f"{between}{quote}{one}{quote}" for one in more) + text[behind:]
    line = text[first:last]
    before = line[: item.start - first]
    comma = "," if text[item.end : last].lstrip("\"'`").startswith(",") else ""
    listed = bool(quote) and not comma and _needs_comma(text, last, before)
    row = text[first : item.end] + quote + ("," if listed else "") + text[item.end + len(quote) : last]
    row = row if row.endswith("\n") else row + "\n"
    rows = [f"{_named(before, item.text, one)}{one}{quote}{comma or (',' if listed and one != more[-1] else '')}\n" for one in more]
    return text[:first] + row + "".join(rows) + text[last:]


def _needs_comma(text: str, last: int, before: str) -> bool:
    """Whether items have commas between them: those of a list do, members of an Enum and lines of a text do not."""
    return "=" not in before and text[last:].lstrip()[:1] in ("]", ")", "}")


def _named(before: str, old: str, new: str) -> str:
    """What stands before a new item: of an Enum's member its own name, `NOTE_READ = `."""
    found = re.fullmatch(r"(\s*)([A-Za-z_]\w*)(\s*=\s*['\"])", before)
    if found is None:
        return before
    name = re.sub(r"\W", "_", new)
    return found[1] + (name.upper() if found[2].isupper() else name) + found[3]


def _between(text: str, item: Item, quote: str) -> str:
    """What stands between an item and its neighbour on the line: a comma and a blank, or a blank in a joined text."""
    first, _ = _row(text, item)
    found = re.search(r"[A-Za-z0-9_]+:(?:read-write|read)(['\"`]?)([\s,]+)(['\"`]?)$", text[first : item.start])
    if found is not None and found[1] == quote:
        return found[2]
    return ", " if quote or "," in text[item.end : item.end + 3] else " "


def _without(text: str, item: Item) -> str:
    """The text without an item: its line, or itself with one of the commas beside it."""
    first, last = _row(text, item)
    if _is_alone(text, item):
        is_last = "," not in text[item.end : last] and text[last:].lstrip()[:1] in ("]", ")", "}")
        return (re.sub(r",(\s*)$", r"\1", text[:first]) if is_last else text[:first]) + text[last:]
    start, end = item.start, item.end
    if _quote(text, item):
        start, end = start - 1, end + 1
    behind = re.compile(r"\s*,\s*|[ ]+(?=[A-Za-z])").match(text, end)
    if behind is not None:
        return text[:start] + text[behind.end() :]
    return re.sub(r"(?:,\s*|[ ]+)$", "", text[:start]) + text[end:]
