"""A package as its source says it: modules, classes, what their attributes are, and the fields of its request models.

Takes the package's folder, or a wheel; gives parsed trees and look-ups in them. Never imports the package, never looks outside of its
folder, unpacks nothing.
"""

from __future__ import annotations

import ast
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path

from msgspec import Struct

from attio_scopes.model.errors import UserError

LARGEST = 100_000_000
"""Bytes of source in a wheel; the largest SDKs have some megabytes."""
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class PackageClass:
    """A class at the top level of a module; the node takes no part in comparisons."""

    module: str
    name: str
    file: str
    node: ast.ClassDef = field(compare=False, hash=False, repr=False)

    @property
    def methods(self) -> tuple[Function, ...]:
        """Its functions in order."""
        return tuple(node for node in self.node.body if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)))


class ModelField(Struct, frozen=True):
    """A field of a request model: its name in the request, and the part of the request (`path`, `query`, `header`) or ""."""

    wire: str
    place: str


@dataclass(frozen=True)
class Package:
    """A parsed package.

    Attributes:
        name: of its folder.
        trees: the module's tree by dotted name, sorted.
        files: where each module stands.
    """

    name: str
    trees: dict[str, ast.Module]
    files: dict[str, str]

    @cached_property
    def classes(self) -> tuple[PackageClass, ...]:
        """Every class at the top level of a module, by module, in order."""
        return tuple(
            PackageClass(module, node.name, self.files[module], node)
            for module, tree in self.trees.items()
            for node in tree.body
            if isinstance(node, ast.ClassDef)
        )

    @cached_property
    def _by_name(self) -> dict[str, list[PackageClass]]:
        named: dict[str, list[PackageClass]] = {}
        for owner in self.classes:
            named.setdefault(owner.name, []).append(owner)
        return named

    @cached_property
    def _imports(self) -> dict[str, dict[str, tuple[str, str]]]:
        """For each module: local name -> (module, name there), of every `from ... import`, wherever it stands."""
        return {module: dict(self._imported(module, tree)) for module, tree in self.trees.items()}

    @cached_property
    def _attributes(self) -> dict[PackageClass, dict[str, PackageClass]]:
        return {owner: dict(self._own_attributes(owner)) for owner in self.classes}

    def attributes(self, owner: PackageClass) -> dict[str, PackageClass]:
        """The attributes of a class's instances that are instances of another class of the package, inherited ones included."""
        found: dict[str, PackageClass] = {}
        for holder in (*reversed(self.ancestors(owner)), owner):
            found.update(self._attributes[holder])
        return found

    def ancestors(self, owner: PackageClass) -> tuple[PackageClass, ...]:
        """The classes of the package that it inherits from, the nearest first."""
        found: list[PackageClass] = []
        waiting = [owner]
        while waiting:
            held = waiting.pop(0)
            for written in held.node.bases:
                parent = self._class(held.module, written)
                if parent is not None and parent != owner and parent not in found:
                    found.append(parent)
                    waiting.append(parent)
        return tuple(found)

    def fields(self, names: Iterable[str]) -> dict[str, ModelField]:
        """The fields of the models of these names; models of one name in two modules are left out, for nothing says which is meant."""
        found: dict[str, ModelField] = {}
        for name in names:
            owners = self._by_name.get(name, [])
            if len(owners) == 1:
                for node in owners[0].node.body:
                    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                        found[node.target.id] = _model_field(node.target.id, node)
        return found

    def literal(self, name: str) -> str:
        """The first text that a module of the package binds a name to, or ""."""
        return next((found for tree in self.trees.values() for value in bindings(tree, name) if (found := text(value))), "")

    def homes(self, owner: PackageClass) -> tuple[str, ...]:
        """The modules that a class can be imported from: its own, and packages around it whose `__init__` passes it on."""
        found = [owner.module]
        parts = owner.module.split(".")
        for length in range(len(parts) - 1, 0, -1):
            package = ".".join(parts[:length])
            if package in self.trees and self._passes_on(package, owner, found):
                found.append(package)
        return tuple(found)

    def _passes_on(self, package: str, owner: PackageClass, homes: list[str]) -> bool:
        """Whether a package's `__init__` imports the class, under its own name, from one of the modules that have it."""
        return any(
            alias.name in ("*", owner.name) and alias.asname in (None, owner.name)
            for node in ast.walk(self.trees[package])
            if isinstance(node, ast.ImportFrom) and self._absolute(package, node) in homes
            for alias in node.names
        )

    def _imported(self, module: str, tree: ast.Module) -> Iterator[tuple[str, tuple[str, str]]]:
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom):
                for alias in node.names:
                    yield alias.asname or alias.name, (self._absolute(module, node), alias.name)

    def _absolute(self, module: str, node: ast.ImportFrom) -> str:
        """The dotted name of the module that a `from ... import` names."""
        if not node.level:
            return node.module or ""
        is_package = self.files[module].endswith("__init__.py")
        parts = module.split(".")[: len(module.split(".")) - node.level + is_package]
        return ".".join([*parts, *([node.module] if node.module else [])])

    def _own_attributes(self, owner: PackageClass) -> Iterator[tuple[str, PackageClass]]:
        """(attribute, its class): annotated, made in a method, or listed in a table of (module, class) for a lazy `__getattr__`."""
        for node in owner.node.body:
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                child = self._class(owner.module, node.annotation)
                if child is not None:
                    yield node.target.id, child
            elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict):
                yield from self._lazy_table(node.value)
        for function in owner.methods:
            yield from self._made_in(owner, function)

    def _made_in(self, owner: PackageClass, function: Function) -> Iterator[tuple[str, PackageClass]]:
        """(attribute, class) of each `self.notes = Notes(...)`."""
        for node in ast.walk(function):
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
                child = self._class(owner.module, node.value.func)
                for target in node.targets:
                    if isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name) and target.value.id == "self" and child:
                        yield target.attr, child

    def _lazy_table(self, table: ast.Dict) -> Iterator[tuple[str, PackageClass]]:
        """(attribute, class) of `{"notes": ("sdk.notes", "Notes")}`."""
        for key, value in zip(table.keys, table.values, strict=True):
            if isinstance(key, ast.Constant) and isinstance(value, ast.Tuple) and len(value.elts) == 2:
                where = [part.value for part in value.elts if isinstance(part, ast.Constant)]
                for child in self._by_name.get(str(where[-1]), []) if len(where) == 2 else ():
                    if child.module == where[0]:
                        yield str(key.value), child

    def _class(self, module: str, written: ast.expr) -> PackageClass | None:
        """The class of the package that an expression or annotation names, seen from a module; None where it names none or several."""
        if isinstance(written, ast.Constant) and isinstance(written.value, str):
            try:
                written = ast.parse(written.value, mode="eval").body
            except SyntaxError:
                return None
        if isinstance(written, ast.Subscript) and last_name(written.value) in ("Optional", "Final", "ClassVar"):
            return self._class(module, written.slice)
        name = last_name(written)
        home, name = self._imports[module].get(name, (module, name)) if isinstance(written, ast.Name) else ("", name)
        owners = self._by_name.get(name, [])
        exact = [owner for owner in owners if owner.module == home]
        return exact[0] if exact else owners[0] if len(owners) == 1 and home != module else None


def read_package(path: Path) -> Package:
    """Parse every module of a package.

    Args:
        path: of the package's folder, or of a wheel with one package, or one that is named like the wheel.

    Returns:
        the package.

    Raises:
        UserError: there is no such folder or wheel, no Python in it, or some file of it cannot be read or parsed.
    """
    if path.suffix.lower() == ".whl":
        return _of_wheel(path)
    if not path.is_dir():
        raise UserError(f"{path}: no such folder; name the installed package's folder, such as site-packages/attio, or a wheel")
    sources = [(file.relative_to(path).parts, str(file), partial(file.read_bytes)) for file in sorted(path.rglob("*.py"))]
    return _parsed(path, path.resolve().name, sources)


Source = tuple[tuple[str, ...], str, Callable[[], bytes]]
"""A module: the parts of its path below the package's folder, how messages name it, and what reads it."""


def _of_wheel(path: Path) -> Package:
    """The package in a wheel, which is not unpacked: an archive from anywhere writes nothing."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = [member for member in archive.infolist() if member.filename.endswith(".py")]
            if sum(member.file_size for member in members) > LARGEST:
                raise UserError(f"{path}: the wheel has more than {LARGEST // 1_000_000} MB of source")
            inside = [(tuple(member.filename.split("/")), member) for member in members]
            names = sorted({parts[0] for parts, _ in inside if parts[1:] == ("__init__.py",)})
            named = path.name.partition("-")[0].lower()
            names = [name for name in names if name.lower() == named] or names
            if len(names) != 1:
                found = (
                    f"the packages {', '.join(names)}; unpack it and name one of their folders"
                    if names
                    else "no package with an __init__.py"
                )
                raise UserError(f"{path}: the wheel has {found}")
            sources = [
                (parts[1:], f"{path}/{member.filename}", partial(bytes, archive.read(member)))
                for parts, member in inside
                if parts[0] == names[0]
            ]
    except OSError as error:
        raise UserError(f"{path}: cannot be read: {error.strerror or error}") from error
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise UserError(f"{path}: is no wheel that can be read: {error}") from error
    return _parsed(path, names[0], sorted(sources, key=lambda source: source[0]))


def _parsed(path: Path, name: str, sources: Iterable[Source]) -> Package:
    trees: dict[str, ast.Module] = {}
    files: dict[str, str] = {}
    problems: list[str] = []
    for inside, shown, read in sources:
        parts = [name, *inside[:-1], *([] if inside[-1] == "__init__.py" else [inside[-1].removesuffix(".py")])]
        try:
            trees[".".join(parts)] = ast.parse(read())
        except OSError as error:
            problems.append(f"{shown}: cannot be read: {error.strerror or error}")
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            problems.append(f"{shown}:{getattr(error, 'lineno', None) or 1}: cannot be parsed: {getattr(error, 'msg', error)}")
        files[".".join(parts)] = shown
    if problems:
        raise UserError(*problems)
    if name not in trees:
        raise UserError(f"{path}: no __init__.py in it; name the installed package's folder, such as site-packages/attio")
    return Package(name, trees, files)


def _model_field(name: str, node: ast.AnnAssign) -> ModelField:
    """What the annotation of a model's field says: `Field(alias="list")` and `FieldMetadata(query=...)`."""
    wire, place = name, ""
    for part in ast.walk(node.annotation):
        if isinstance(part, ast.Call):
            for keyword in part.keywords:
                if keyword.arg == "alias":
                    wire = text(keyword.value) or wire
                elif keyword.arg in ("path", "query", "header") and last_name(part.func).endswith("Metadata"):
                    place = keyword.arg
    return ModelField(wire, place)


def text(node: ast.expr | None) -> str:
    """A string literal's text, or ""."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def last_name(node: ast.expr) -> str:
    """`C` of `C` and of `a.b.C`, or ""."""
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def bindings(tree: ast.Module, name: str) -> Iterator[ast.expr]:
    """The values that a module binds a name to at its top level, in order."""
    for node in tree.body:
        if isinstance(node, (ast.Assign, ast.AnnAssign)) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(isinstance(target, ast.Name) and target.id == name for target in targets):
                yield node.value
