"""Products: what frameworks and libraries do with functions, classes and names, as `rules/frameworks/*.yaml` says.

Takes the raw mappings and answers by concept: what calls a function that it is given, what a decorator or a default stands for, what is
another name of what Python has. Knows no product itself, and evaluates nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct, field

Raw = Mapping[str, Any]
Slot = tuple[int | None, str]

ADDRESS = "attio_scopes.URL"
"""What stands for a class of URLs."""

BY_NAME = frozenset(
    {"calls_back", "puts_off", "gives_object", "registers", "given_itself", "option", "parser_given", "passes", "context", "injects",
     "declares", "context_of", "field", "fills", "property", "validates", "tools"}
)  # fmt: skip
"""Concepts that are looked up by the last part of a name, and its library."""


class Fact(Struct, frozen=True):
    """What one entry of a file says, and the libraries that it says it of."""

    libraries: frozenset[str]
    says: Raw

    def words(self, key: str) -> tuple[str, ...]:
        """The names under a key; none where it is left out."""
        return tuple(self.says.get(key, ()))


class Parser(Struct, frozen=True):
    """A class that parses a command line.

    Attributes:
        option, defaults: methods that declare an option, and values by keyword.
        name, default, choices: arguments of the first.
        parents: the argument of the class with parsers whose options it has too.
        parts: methods that give a part of the same parser.
        command: those that give the parser of a command.
        parse, parse_known: those that give the values of the options, the second with what is left.
    """

    option: str
    defaults: str
    name: str
    default: str
    choices: str
    parents: str
    parts: frozenset[str]
    command: frozenset[str]
    parse: frozenset[str]
    parse_known: frozenset[str]

    @classmethod
    def of(cls, says: Raw) -> Parser:
        """Out of a file."""
        words = {key: str(says[key]) for key in ("option", "defaults", "name", "default", "choices", "parents")}
        parts, command, parse, known = (frozenset(says.get(key, ())) for key in ("parts", "command", "parse", "parse_known"))
        return cls(**words, parts=parts, command=command, parse=parse, parse_known=known)


class Fields(Struct):
    """How classes get their fields: what stands for a default, and what runs once they are filled.

    Attributes:
        calls: last parts of names that declare a field.
        unannotated: those of them that do so without an annotation.
        factories, aliases: keywords of theirs for what makes the default, and for other names of the field.
        decorators: of classes that take their fields as arguments.
        stripping: of these, those whose arguments have no underscore in front.
        made_by: dotted names of defaults that call what they hold, with the keyword that gives them the object.
        default_by: last parts of decorators of a method that gives the default of the field that they are read from.
        hooks: methods that run once the fields are filled.
        validators: decorators of such methods, and the argument that says so.
        as_mapping, copies: methods that give the fields, and a copy; `changes` names the argument with what is changed.
        from_mapping, from_text: methods of the class that make an object of a mapping, and of one written as JSON.
    """

    calls: frozenset[str] = frozenset()
    unannotated: frozenset[str] = frozenset()
    factories: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    decorators: frozenset[str] = frozenset()
    stripping: frozenset[str] = frozenset()
    made_by: dict[str, str] = field(default_factory=dict)
    default_by: frozenset[str] = frozenset()
    hooks: tuple[str, ...] = ()
    validators: dict[str, str] = field(default_factory=dict)
    as_mapping: frozenset[str] = frozenset()
    copies: frozenset[str] = frozenset()
    changes: str = ""
    from_mapping: frozenset[str] = frozenset()
    from_text: frozenset[str] = frozenset()


class Products:
    """What is known of frameworks and libraries.

    Attributes:
        libraries: first parts of dotted names of which something is known.
        function_words, list_words, mapping_words: keywords for a function that is called, and for its arguments.
        same: dotted names that stand for other ones, with keywords that have other names there.
        address_methods: what the methods of classes of URLs do.
        settings: classes whose objects read settings, with the methods that do; `holders` are attributes of libraries that do.
        bystanders: libraries that look at a function and do not call it.
        doubles, fixtures, transports: libraries, parameters and transports that answer in place of the network.
        parsers: of command lines, by dotted name.
        lifespans: what is said of generators whose value a server hands around, by keyword.
        same_object: names that stand for another one.
        leading: names under which a context leads to another one of its kind.
    """

    def __init__(self, files: Iterable[Raw]) -> None:
        """Read the files."""
        self.libraries: frozenset[str] = frozenset()
        self._facts: dict[str, dict[str, list[Fact]]] = {concept: {} for concept in BY_NAME}
        self._all: dict[str, list[Fact]] = {}
        for raw in files:
            libraries = frozenset(raw["libraries"])
            self.libraries |= libraries
            for says in raw["facts"]:
                fact = Fact(libraries, says)
                self._all.setdefault(says["concept"], []).append(fact)
                if says["concept"] in BY_NAME:
                    for name in fact.words("names"):
                        self._facts[says["concept"]].setdefault(name, []).append(fact)
        self.function_words = self._union(("calls_back",), "function")
        self.list_words = self._union(("calls_back", "puts_off"), "list")
        self.mapping_words = self._union(("calls_back", "puts_off"), "mapping")
        self.same = {name: (says["as"], says.get("keywords", {})) for says in self._says("same") for name in says["names"]}
        self.same.update((name, (ADDRESS, {})) for name in self._union(("address",), "classes"))
        self.address_methods = {name: does for says in self._says("address") for name, does in says.get("methods", {}).items()}
        self.settings = {name: frozenset(says.get("methods", ())) for says in self._says("setting") for name in says.get("classes", ())}
        self.holders = self._union(("setting",), "holders")
        self.project_settings = frozenset(self._union(("project_settings",), "names"))
        self.bystanders = frozenset(self._union(("only_looks",), "libraries"))
        self.doubles = frozenset(self._union(("stands_in",), "libraries"))
        self.fixtures = frozenset(self._union(("stands_in",), "parameters"))
        self.transports = frozenset(self._union(("stands_in",), "transports"))
        self.parsers = {name: Parser.of(says) for says in self._says("parser") for name in says["names"]}
        self.leading = frozenset(self._union(("context",), "leads_to"))
        self.same_object = {name: other for says in self._says("same_object") for name, other in says["names"].items()}
        self.injected_items = frozenset(self._union(("injected_item",), "names"))
        self.fields = self._fields()
        self.properties = frozenset(self._facts["property"])

    def all(self, concept: str) -> list[Fact]:
        """Every fact of a concept."""
        return self._all.get(concept, [])

    def exactly(self, concept: str, dotted: str) -> Fact | None:
        """What is said of a name of a library, `click.option`; None where nothing is."""
        library, _, rest = dotted.partition(".")
        name = rest.rpartition(".")[2]
        return next((fact for fact in self._facts[concept].get(name, ()) if library in fact.libraries), None)

    def fitting(self, concept: str, library: str, name: str) -> Fact | None:
        """What is said of a name: of its library, or of any where nothing is known of that one."""
        facts = self._facts[concept].get(name)
        if not facts:
            return None
        own = next((fact for fact in facts if library in fact.libraries), None)
        return own if own is not None or library in self.libraries else facts[0]

    def names(self, *concepts: str) -> frozenset[str]:
        """The names of which these concepts say something."""
        return frozenset(name for concept in concepts for name in self._facts[concept])

    def methods(self) -> frozenset[str]:
        """The methods that may call a function, or change what an object holds."""
        of_parsers = (name for parser in self.parsers.values() for name in (parser.option, parser.defaults, *parser.parse, *parser.command))
        kept = (*self._union(("keeps_settings",), "of_object"), *self._union(("keeps_settings",), "of_mapping"))
        return self.names("calls_back", "puts_off", "gives_object").union(self.address_methods, of_parsers, kept)

    def in_libraries(self, concept: str, key: str, dotted: str) -> Fact | None:
        """The fact of a concept that has a library's name under a key of its own: `calls` or `types` of a context."""
        library, name = dotted.partition(".")[0], dotted.rpartition(".")[2]
        return next((fact for fact in self.all(concept) if library in fact.libraries and name in fact.words(key)), None)

    def provider_of(self, dotted: str) -> tuple[Fact, str] | None:
        """What is said of a container's provider, and its kind: the last part of its name."""
        module, _, kind = dotted.rpartition(".")
        return next(((fact, kind) for fact in self.all("provider") if module in fact.words("modules")), None)

    def _says(self, concept: str) -> Iterator[Raw]:
        return (fact.says for fact in self.all(concept))

    def _union(self, concepts: Iterable[str], key: str) -> tuple[str, ...]:
        """The names under a key in all facts of some concepts, in order."""
        return tuple(dict.fromkeys(name for concept in concepts for fact in self.all(concept) for name in fact.words(key)))

    def _fields(self) -> Fields:
        declaring, filling, after = self.all("field"), self.all("fills"), self.all("filled")
        methods = self.all("object_methods")
        return Fields(
            self.names("field"),
            frozenset(name for fact in declaring if fact.says.get("unannotated") for name in fact.words("names")),
            self._union(("field",), "factory"),
            self._union(("field",), "alias"),
            self.names("fills"),
            frozenset(name for fact in filling if fact.says.get("strips_underscores") for name in fact.words("names")),
            {name: fact.says["with_object"] for fact in self.all("made_by") for name in fact.words("names")},
            frozenset(fact.says["default_by"] for fact in after if "default_by" in fact.says),
            self._union(("filled",), "hooks"),
            {name: said for fact in after for name, said in fact.says.get("validators", {}).items()},
            frozenset(self._union(("object_methods",), "as_mapping")),
            frozenset(self._union(("object_methods",), "copies")),
            next((fact.says["changes"] for fact in methods if "changes" in fact.says), ""),
            frozenset(self._union(("object_methods",), "from_mapping")),
            frozenset(self._union(("object_methods",), "from_text")),
        )
