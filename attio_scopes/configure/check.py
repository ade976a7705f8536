"""Check the values of a configuration and make a `Config` of them.

Takes a document and the scope catalogue; gives the configuration, or every problem at once, each with file, line and the
nearest right name. Reads no file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from attio_scopes.configure.documents import Document
from attio_scopes.configure.listing import Listing
from attio_scopes.globs import Globs
from attio_scopes.model.call import Place, Pointer
from attio_scopes.model.config import Config, Token, WrapperHint
from attio_scopes.model.endpoint import ScopeCatalogue
from attio_scopes.model.errors import UserError
from attio_scopes.model.finding import CODES, Severity
from attio_scopes.model.scope import Scope, ScopeSet
from attio_scopes.model.visible import visible

KEYS = (
    "scopes",
    "tokens",
    "reasons",
    "keep",
    "include",
    "exclude",
    "include-tests",
    "hosts",
    "per-path-ignores",
    "ignore",
    "severities",
    "require-reasons",
    "wrappers",
    "packages",
    "min-resolved",
    "baseline",
    "manifest",
)
MOST_TOKENS = 100
"""Declared tokens: each call is judged against each one that it may use."""
TOKEN_KEYS = ("scopes", "env", "paths", "level", "kind")
WRAPPER_KEYS = ("method", "path")
LEVELS = ("workspace", "user")
KINDS = ("token", "oauth")
MOST_GLOBS = 1_000
"""In one list: every path is compared with each of them."""
DEFAULT_TOKEN = "default"  # noqa: S105 - the name of a token, not a token

Listed = Callable[[str], Listing]
"""Reads the list of scopes that `FILE:NAME` names, with places in that file as reports have them."""

_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~-]+)*")
_MODULE = re.compile(r"[^\W\d]\w*")
_DOTTED = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*")


class ConfigCheck:
    """Collects problems while it reads values; `prefix` is the path of our table in the document."""

    def __init__(self, document: Document, prefix: Pointer, catalogue: ScopeCatalogue, listed: Listed) -> None:
        self._listed = listed
        self._document = document
        self._prefix = prefix
        self._catalogue = catalogue
        self._known_scopes = frozenset(catalogue.scopes)
        self._problems: list[tuple[int, str]] = []
        self._named_at: list[tuple[str, str, Place]] = []

    def config(self, table: object) -> Config:
        """The configuration of our table.

        Raises:
            UserError: every problem, in the order of lines.
        """
        values = self._table(table, ())
        self._keys(values, KEYS, ())
        config = Config(
            file=self._document.file,
            tokens=self._tokens(values),
            reasons=tuple(self._reasons(values)),
            keep=self._keep(values),
            named_at=tuple(self._named_at),
            include=self._globs(values, "include"),
            exclude=self._globs(values, "exclude"),
            include_tests=self._truth(values, "include-tests"),
            hosts=self._hosts(values),
            per_path_ignores=tuple(self._per_path_ignores(values)),
            ignore=self._codes(values.get("ignore"), ("ignore",)),
            severities=tuple(self._severities(values)),
            require_reasons=self._truth(values, "require-reasons"),
            wrappers=tuple(self._wrappers(values)),
            packages=self._packages(values),
            min_resolved=self._percentage(values, "min-resolved"),
            baseline=self._optional_text(values, "baseline", ()),
            manifest=self._optional_text(values, "manifest", ()),
        )
        if self._problems:
            raise UserError(*(text for _line, text in sorted(self._problems, key=lambda problem: problem[0])))
        return config

    # --- tokens and scopes ---

    def _tokens(self, values: dict[str, object]) -> tuple[Token, ...]:
        if "scopes" in values and "tokens" in values:
            self._problem(("tokens",), "scopes and tokens cannot both be set: move the top-level scopes into a token")
        if "tokens" not in values:
            if "scopes" not in values:
                return ()
            scopes, declared, source = self._scopes(values.get("scopes"), ("scopes",))
            return (Token(DEFAULT_TOKEN, scopes, declared_at=declared, source=source),)
        tokens = []
        entries = self._table(values["tokens"], ("tokens",))
        if len(entries) > MOST_TOKENS:
            self._problem(("tokens",), f"{len(entries)} tokens are declared; there may be {MOST_TOKENS}")
            return ()
        for name, entry in entries.items():
            path: Pointer = ("tokens", name)
            table = self._table(entry, path)
            self._keys(table, TOKEN_KEYS, path)
            if isinstance(entry, dict) and "scopes" not in table:
                self._problem(path, f"token {visible(name)} has no scopes (write scopes = [] if it has none)")
            scopes, declared, source = self._scopes(table.get("scopes"), (*path, "scopes"))
            level = self._one_of(table, "level", LEVELS, path)
            kind = self._one_of(table, "kind", KINDS, path) or "token"
            env = self._texts(table.get("env"), (*path, "env"))
            tokens.append(Token(name, scopes, env, self._globs(table, "paths", path), level, kind, declared, source))
        return tuple(tokens)

    def _scopes(self, value: object, path: Pointer) -> tuple[ScopeSet, tuple[tuple[Scope, Place], ...], str]:
        if isinstance(value, dict):
            return self._scopes_elsewhere(value, path)
        declared: list[tuple[Scope, Place]] = []
        seen: set[Scope] = set()
        for number, text in self._items(value, path):
            scope = self._scope(text, (*path, number))
            if scope is None:
                continue
            if scope in seen:
                self._problem((*path, number), f"scope {scope} is declared twice")
            seen.add(scope)
            declared.append((scope, self._place((*path, number))))
        return ScopeSet(frozenset(seen)), tuple(declared), ""

    def _scopes_elsewhere(self, table: dict[str, object], path: Pointer) -> tuple[ScopeSet, tuple[tuple[Scope, Place], ...], str]:
        """The scopes that a list in another file declares: `scopes = { from = "app/scopes.py:REQUIRED" }`."""
        self._keys(table, ("from",), path)
        source = self._optional_text(table, "from", path)
        nothing: tuple[ScopeSet, tuple[tuple[Scope, Place], ...], str] = (ScopeSet(), (), "")
        if source is None:
            if "from" not in table:
                self._problem(path, f"{_name(path)} must be a list of strings, or a table with the key from")
            return nothing
        try:
            listing = self._listed(source)
        except UserError as error:
            for text in error.problems:
                self._problem((*path, "from"), text)
            return nothing
        from attio_scopes.manifest.words import scope_hint

        declared: list[tuple[Scope, Place]] = []
        for item in listing.items:
            place = listing.place(item)
            if item.text in self._known_scopes:
                declared.append((Scope.parse(item.text), place))
            else:
                told = f"unknown scope {visible(item.text)}{scope_hint(item.text, self._catalogue)}"
                self._problems.append((place.line, f"{visible(place.path)}:{place.line}: {told}"))
        return ScopeSet(frozenset(scope for scope, _ in declared)), tuple(declared), source

    def _scope(self, text: str, path: Pointer) -> Scope | None:
        if text in self._known_scopes:
            return Scope.parse(text)
        from attio_scopes.manifest.words import scope_hint

        self._problem(path, f"unknown scope {visible(text)}{scope_hint(text, self._catalogue)}")
        return None

    def _reasons(self, values: dict[str, object]) -> Iterable[tuple[str, str]]:
        for key, reason in self._table(values.get("reasons"), ("reasons",)).items():
            scope = self._scope(key, ("reasons", key))
            if not isinstance(reason, str):
                self._problem(("reasons", key), "a reason must be a string")
            elif scope is not None:
                self._named_at.append(("reasons", str(scope), self._place(("reasons", key))))
                yield str(scope), reason

    def _keep(self, values: dict[str, object]) -> tuple[str, ...]:
        kept = []
        for number, text in self._items(values.get("keep"), ("keep",)):
            scope = self._scope(text, ("keep", number))
            if scope is not None:
                self._named_at.append(("keep", str(scope), self._place(("keep", number))))
                kept.append(str(scope))
        return tuple(kept)

    # --- codes ---

    def _codes(self, value: object, path: Pointer) -> tuple[str, ...]:
        codes = (self._code(text, (*path, number)) for number, text in self._items(value, path))
        return tuple(code for code in codes if code)

    def _code(self, text: str, path: Pointer) -> str:
        for code in CODES:
            if text in (code.id, code.slug):
                return code.id
        self._problem(path, f"unknown code {visible(text)}{_suggest(text, [name for code in CODES for name in (code.id, code.slug)])}")
        return ""

    def _per_path_ignores(self, values: dict[str, object]) -> Iterable[tuple[str, tuple[str, ...]]]:
        for glob, codes in self._table(values.get("per-path-ignores"), ("per-path-ignores",)).items():
            path: Pointer = ("per-path-ignores", glob)
            self._pattern(glob, path)
            yield glob, self._codes(codes, path)

    def _severities(self, values: dict[str, object]) -> Iterable[tuple[str, str]]:
        names = tuple(str(severity) for severity in Severity)
        for key, severity in self._table(values.get("severities"), ("severities",)).items():
            code = self._code(key, ("severities", key))
            if severity not in names:
                self._problem(("severities", key), f"a severity is one of {', '.join(names)}{_suggest(str(severity), names)}")
            elif code:
                yield code, str(severity)

    # --- the rest ---

    def _wrappers(self, values: dict[str, object]) -> Iterable[WrapperHint]:
        for function, entry in self._table(values.get("wrappers"), ("wrappers",)).items():
            path: Pointer = ("wrappers", function)
            if not _DOTTED.fullmatch(function):
                self._problem(path, f'{visible(function)} is not the dotted name of a function; write it in quotes: "crm.http.send"')
            table = self._table(entry, path)
            self._keys(table, WRAPPER_KEYS, path)
            said = {key: self._position_or_text(table.get(key), (*path, key)) for key in WRAPPER_KEYS if key in table}
            lacking = [key for key in WRAPPER_KEYS if key not in table]
            if lacking and isinstance(entry, dict):
                self._problem(path, f"wrapper {visible(function)} has no {' and no '.join(lacking)}")
            yield WrapperHint(function, said.get("method", ""), said.get("path", ""), self._place(path))

    def _position_or_text(self, value: object, path: Pointer) -> str:
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return str(value)
        if isinstance(value, str) and value:
            return value
        self._problem(path, "must be a parameter's name or position, or a literal")
        return ""

    def _packages(self, values: dict[str, object]) -> tuple[str, ...]:
        packages = self._items(values.get("packages"), ("packages",))
        for number, name in packages:
            if not _MODULE.fullmatch(name):
                hint = f"; write the first part of it: {visible(name.partition('.')[0])}" if _DOTTED.fullmatch(name) else ""
                self._problem(("packages", number), f"{visible(name)} is not the name of a module as `import` has it{hint}")
        return tuple(name for _, name in packages)

    def _hosts(self, values: dict[str, object]) -> tuple[str, ...]:
        hosts = self._items(values.get("hosts"), ("hosts",))
        for number, host in hosts:
            if not _HOST.fullmatch(host):
                self._problem(
                    ("hosts", number),
                    f"{visible(host)} is not a host; write it without a scheme: proxy.example.com, or proxy.example.com/attio",
                )
        return tuple(host.lower() for _, host in hosts)

    def _globs(self, values: dict[str, object], key: str, above: Pointer = ()) -> tuple[str, ...]:
        patterns = self._items(values.get(key), (*above, key))
        if len(patterns) > MOST_GLOBS:
            self._problem((*above, key), f"{key} has more than {MOST_GLOBS} globs")
            return ()
        for number, pattern in patterns:
            self._pattern(pattern, (*above, key, number))
        return tuple(pattern for _, pattern in patterns)

    def _pattern(self, pattern: str, path: Pointer) -> None:
        try:
            Globs((pattern,))
        except ValueError:
            self._problem(path, f"{visible(pattern)} is not a glob")

    def _percentage(self, values: dict[str, object], key: str) -> float | None:
        value = values.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 100:
            self._problem((key,), f"{key} must be a number from 0 to 100")
            return None
        return float(value)

    # --- kinds of values ---

    def _table(self, value: object, path: Pointer) -> dict[str, object]:
        if value is None:
            return {}
        if not isinstance(value, dict):
            self._problem(path, f"{_name(path)} must be a table")
            return {}
        return value

    def _texts(self, value: object, path: Pointer) -> tuple[str, ...]:
        return tuple(text for _, text in self._items(value, path))

    def _items(self, value: object, path: Pointer) -> tuple[tuple[int, str], ...]:
        """The texts of a list with their numbers; what is not text is a problem, and left out."""
        if value is None:
            return ()
        if not isinstance(value, list):
            hint = f'; write ["{visible(value)}"]' if isinstance(value, str) else ""
            self._problem(path, f"{_name(path)} must be a list of strings{hint}")
            return ()
        for number, item in enumerate(value):
            if not isinstance(item, str):
                self._problem((*path, number), f"{_name(path)} must be a list of strings, found {_kind(item)}")
        return tuple((number, item) for number, item in enumerate(value) if isinstance(item, str))

    def _truth(self, values: dict[str, object], key: str) -> bool:
        value = values.get(key, False)
        if not isinstance(value, bool):
            self._problem((key,), f"{key} must be true or false")
            return False
        return value

    def _optional_text(self, values: dict[str, object], key: str, above: Pointer) -> str | None:
        value = values.get(key)
        if value is not None and (not isinstance(value, str) or not value):
            self._problem((*above, key), f"{key} must be a string")
            return None
        return value

    def _one_of(self, values: dict[str, object], key: str, allowed: Sequence[str], above: Pointer) -> str | None:
        value = values.get(key)
        if value is None:
            return None
        if value not in allowed:
            self._problem((*above, key), f"{key} is one of {', '.join(allowed)}{_suggest(str(value), allowed)}")
            return None
        return str(value)

    def _keys(self, values: dict[str, object], known: Sequence[str], path: Pointer) -> None:
        for key in values:
            if key not in known:
                where = f" in {_name(path)}" if path else ""
                self._problem((*path, key), f"unknown key {visible(key)}{where}{_suggest(key.replace('_', '-'), known)}")

    def _problem(self, path: Pointer, text: str) -> None:
        line = self._document.line((*self._prefix, *path))
        self._problems.append((line, f"{visible(self._document.file)}:{line}: {text}"))

    def _place(self, path: Pointer) -> Place:
        place = self._document.places.get((*self._prefix, *path))
        return place or Place(self._document.file, self._document.line((*self._prefix, *path)), 1, 1, 1)


def _name(path: Pointer) -> str:
    return visible(".".join(str(part) for part in path)) if path else "the configuration"


def _kind(item: object) -> str:
    """A value that should be text, in words; for a mapping of one text, which a space behind the colon makes, the text without it."""
    if isinstance(item, dict):
        pairs = [f"{key}:{value}" for key, value in item.items()]
        return (
            f"a table (write {visible(pairs[0])}, without a space)"
            if len(pairs) == 1 and isinstance(item[next(iter(item))], str)
            else "a table"
        )
    return {bool: "true or false", int: "a number", float: "a number", list: "a list"}.get(type(item), "this")


def _suggest(wrong: str, known: Iterable[str]) -> str:
    import difflib

    near = difflib.get_close_matches(wrong, sorted(known), n=1, cutoff=0.55)
    return f"; did you mean {near[0]}?" if near else ""
