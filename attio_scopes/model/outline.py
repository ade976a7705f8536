"""Outlines: what the top-level statements of a module say and change, by their names alone.

An outline is made of a file's bytes for a small part of what a full parse costs. It tells which statements can matter, so that
only these are parsed and evaluated. It errs towards more: a name that is mentioned may mean anything of that name.
"""

from __future__ import annotations

from msgspec import Struct

LOGGING = frozenset({"debug", "info", "warning", "warn", "error", "exception", "critical", "log"})
"""Methods that are called for what they do, and put nothing anywhere that could send it."""

MUTATORS = frozenset(
    {"update", "append", "extend", "insert", "remove", "clear", "sort", "reverse", "setdefault", "add_header", "add_unredirected_header",
     "prepare_url", "add_argument"}
)  # fmt: skip
"""Methods that change the object they are called on in a way that is followed."""


class Imported(Struct, frozen=True):
    """An import: `from module import names` (`*` among them for all), or `import module` where `names` is None."""

    module: str
    level: int = 0
    names: tuple[str, ...] | None = None


class Statement(Struct, frozen=True, eq=False):
    """A top-level statement of a module, or several that share a line.

    Attributes:
        first, last: its lines, from 1.
        is_class: whether it defines a class.
        is_import: whether it only imports.
        says: whether it names Attio, or what is configured to stand for it.
        names: identifiers that it reads or binds.
        elsewhere: names by which it may mean something of another module or an object: attributes, imports, keys.
        binds: names of the module that it binds.
        changes: names of the module that it binds anew, or puts something into, whenever it is run.
        members: methods, class attributes and attributes of `self` that it defines.
        stores: attributes, and keys, that it stores on other objects than `self`, and names that it imports inside and puts something into.
        imports: its import statements.
        own: attributes among those `elsewhere` that it mentions of `self` and of nothing else.
        anew: names of the module that its functions bind (`global`).
        bases: names in the bases and keywords of the classes that it defines, their metaclass among them.
        at_once: names that it binds or changes as the module is run, by what a function does when it is called apart.
        said: (line, text) of its literals that name Attio, or what stands for it; docstrings apart.
    """

    first: int
    last: int
    is_class: bool
    is_import: bool
    says: bool
    names: frozenset[str]
    elsewhere: frozenset[str]
    binds: frozenset[str]
    changes: frozenset[str]
    members: frozenset[str]
    stores: frozenset[str]
    imports: tuple[Imported, ...]
    said: tuple[tuple[int, str], ...] = ()
    own: frozenset[str] = frozenset()
    anew: frozenset[str] = frozenset()
    bases: frozenset[str] = frozenset()
    at_once: frozenset[str] = frozenset()


class Outline(Struct, frozen=True):
    """The outline of a module.

    Attributes:
        statements: in the order of the source; comments, and what stands between statements, are in none.
        bound: every name that is bound at the top level.
        stars: whether it imports everything from some module.
        by_words: whether no parser of ours reads the file, so that all of it is one statement.
        mentions: whether the file says Attio, in a comment or anywhere: for whoever chooses files to say.
    """

    statements: tuple[Statement, ...] = ()
    bound: frozenset[str] = frozenset()
    stars: bool = False
    mentions: bool = False
    by_words: bool = False
