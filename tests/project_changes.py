"""Rewrites of whole programs that change how they are written and not what they request, and the table of all rewrites.

Takes the files of a program ({name: source}) and gives those of the rewritten one. Works on `ast`; comments are lost.
"""

from __future__ import annotations

import ast
from collections.abc import Callable

from tests.program_changes import (
    Names,
    Tree,
    alias_import,
    definitions_in_reverse,
    extract_a_wrapper,
    fstrings_in_place_of_sums,
    import_locally,
    import_names,
    inline_constants,
    of_requests,
    request_in_place_of_verbs,
    run_under_main,
    split_literals,
    sums_in_place_of_fstrings,
    swap_for_httpx,
    text_constants,
    use_a_session,
)

Files = dict[str, str]


def every_file(change: Callable[[Tree], ast.AST]) -> Callable[[Files], Files]:
    """The rewrite that changes each file on its own."""

    def rewrite(files: Files) -> Files:
        return {name: ast.unparse(ast.fix_missing_locations(change(ast.parse(source)))) + "\n" for name, source in files.items()}

    return rewrite


def own_functions(files: Files) -> set[str]:
    """Names of the functions and methods that the program defines."""
    return {node.name for source in files.values() for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)}


def wrap_in_async(files: Files) -> Files:
    """Every function becomes `async def`, every call of one is awaited, what runs at module level runs in a coroutine."""
    own = own_functions(files) - {"__init__"}

    class Change(ast.NodeTransformer):
        def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.stmt:
            self.generic_visit(node)
            if node.name == "__init__":
                return node
            new = ast.AsyncFunctionDef(node.name, node.args, node.body, node.decorator_list, node.returns)
            if "type_params" in node._fields:  # since Python 3.12
                setattr(new, "type_params", [])  # noqa: B010 - older Pythons do not know the name
            return new

        def visit_Call(self, node: ast.Call) -> ast.expr:
            self.generic_visit(node)
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            return ast.Await(node) if name in own and not of_requests(node.func, (name,)) else node

    def change(tree: Tree) -> Tree:
        return Change().visit(run_under_main(tree))  # type: ignore[no-any-return]  # ast's transformer is untyped

    own.add("main")
    awaited = every_file(change)(files)
    # At module level there is no await: the coroutine is handed to the loop.
    return {name: source.replace("    await main()\n", "    import asyncio\n    asyncio.run(main())\n") for name, source in awaited.items()}


def rename_everything(files: Files) -> Files:  # noqa: C901 - one branch for each kind of name
    """Functions, parameters, variables and attributes of `self` get other names; module and class names stay."""
    trees = {name: ast.parse(source) for name, source in files.items()}
    names: set[str] = set()
    attributes: set[str] = set()
    for tree in trees.values():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and node.name != "__init__":
                names.add(node.name)
                attributes.add(node.name)
            elif isinstance(node, ast.arg) and node.arg != "self":
                names.add(node.arg)
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                names.add(node.id)
                attributes.add(node.id)
            elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
                attributes.add(node.attr)
    modules = {name.removesuffix(".py") for name in files}
    own = own_functions(files)

    def renamed(name: str) -> str:
        return f"x_{name}_1"

    for tree in trees.values():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and node.name in names:
                node.name = renamed(node.name)
            elif isinstance(node, ast.arg) and node.arg in names:
                node.arg = renamed(node.arg)
            elif isinstance(node, ast.Name) and node.id in names:
                node.id = renamed(node.id)
            elif isinstance(node, ast.Attribute) and node.attr in attributes:
                # The library's functions may have the names of ours.
                if isinstance(node.value, ast.Name) and node.value.id != "requests":
                    node.attr = renamed(node.attr)
            elif isinstance(node, ast.alias) and node.name in names:
                node.name = renamed(node.name)
            elif isinstance(node, ast.Call):
                called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if called.removeprefix("x_").removesuffix("_1") in own:
                    for keyword in node.keywords:
                        if keyword.arg in names:
                            keyword.arg = renamed(keyword.arg or "")
    assert not names & modules
    return {name: ast.unparse(tree) + "\n" for name, tree in trees.items()}


def move_constants(files: Files) -> Files:
    """Text constants move to a module of their own and are imported by name."""
    moved: Files = {}
    constants: list[str] = []
    for name, source in files.items():
        tree = ast.parse(source)
        here = list(text_constants(tree))
        constants += [ast.unparse(s) for s in tree.body if isinstance(s, ast.Assign) and getattr(s.targets[0], "id", "") in here]
        body = [s for s in tree.body if not (isinstance(s, ast.Assign) and getattr(s.targets[0], "id", "") in here)]
        tree.body = [*([ast.ImportFrom("moved_constants", [ast.alias(n) for n in here], 0)] if here else []), *body]
        moved[name] = ast.unparse(ast.fix_missing_locations(tree)) + "\n"
    moved["moved_constants.py"] = "\n".join(constants) + "\n"
    return moved


def move_constants_and_read_them_by_module(files: Files) -> Files:
    """Text constants move to a module of their own, which is imported as a whole."""
    moved = move_constants(files)
    result = {"moved_constants.py": moved.pop("moved_constants.py")}
    for name, source in moved.items():
        tree = ast.parse(source)
        names = {a.name for s in tree.body if isinstance(s, ast.ImportFrom) and s.module == "moved_constants" for a in s.names}
        replacements: dict[str, ast.expr] = {n: ast.Attribute(ast.Name("kept", ast.Load()), n, ast.Load()) for n in names}
        tree.body = [s for s in tree.body if not (isinstance(s, ast.ImportFrom) and s.module == "moved_constants")]
        new = Names(replacements).visit(tree)
        if names:
            new.body.insert(0, ast.Import([ast.alias("moved_constants", "kept")]))
        result[name] = ast.unparse(ast.fix_missing_locations(new)) + "\n"
    return result


def put_in_a_package(files: Files) -> Files:
    """Everything moves into a package; imports of siblings become relative."""
    siblings = {name.removesuffix(".py") for name in files}
    packed: Files = {"inner/__init__.py": ""}
    for name, source in files.items():
        tree = ast.parse(source)
        for i, statement in enumerate(tree.body):
            if isinstance(statement, ast.ImportFrom) and statement.module in siblings:
                statement.level = 1
            elif isinstance(statement, ast.Import) and statement.names[0].name in siblings:
                tree.body[i] = ast.ImportFrom(None, statement.names, 1)
        packed[f"inner/{name}"] = ast.unparse(ast.fix_missing_locations(tree)) + "\n"
    return packed


def put_in_src(files: Files) -> Files:
    """The package moves under src/."""
    return {f"src/{name}": source for name, source in put_in_a_package(files).items()}


def reverse_file_order(files: Files) -> Files:
    """Module names change so that they sort the other way round."""
    modules = sorted(name.removesuffix(".py") for name in files)
    names = {old: f"{chr(ord('z') - i)}_module" for i, old in enumerate(modules)}
    result: Files = {}
    for name, source in files.items():
        tree = ast.parse(source)
        used: dict[str, ast.expr] = {}
        for statement in tree.body:
            if isinstance(statement, ast.ImportFrom) and statement.module in names:
                statement.module = names[statement.module]
            elif isinstance(statement, ast.Import) and statement.names[0].name in names:
                old = statement.names[0].name
                used[old] = ast.Name(names[old], ast.Load())
                statement.names[0].name = names[old]
        new = Names(used).visit(tree)
        result[names[name.removesuffix(".py")] + ".py"] = ast.unparse(ast.fix_missing_locations(new)) + "\n"
    return result


CHANGES: dict[str, Callable[[Files], Files]] = {
    "alias_import": every_file(alias_import),
    "import_locally": every_file(import_locally),
    "import_names": every_file(import_names),
    "swap_for_httpx": every_file(swap_for_httpx),
    "use_a_session": every_file(use_a_session),
    "request_in_place_of_verbs": every_file(request_in_place_of_verbs),
    "extract_a_wrapper": every_file(extract_a_wrapper),
    "inline_constants": every_file(inline_constants),
    "split_literals": every_file(split_literals),
    "fstrings_in_place_of_sums": every_file(fstrings_in_place_of_sums),
    "sums_in_place_of_fstrings": every_file(sums_in_place_of_fstrings),
    "definitions_in_reverse": every_file(definitions_in_reverse),
    "run_under_main": every_file(run_under_main),
    "wrap_in_async": wrap_in_async,
    "rename_everything": rename_everything,
    "move_constants": move_constants,
    "move_constants_and_read_them_by_module": move_constants_and_read_them_by_module,
    "put_in_a_package": put_in_a_package,
    "put_in_src": put_in_src,
    "reverse_file_order": reverse_file_order,
}
