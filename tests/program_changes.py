"""Rewrites of single files that change how they are written and not what they request.

Takes a tree and gives the rewritten one (the same, changed in place, or a new one). Comments are lost.
Rewrites of whole programs are in tests/project_changes.py.
"""

from __future__ import annotations

import ast

Tree = ast.Module

VERBS = ("get", "post", "put", "patch", "delete")


class Names(ast.NodeTransformer):
    """Replaces names by expressions, where they are read."""

    def __init__(self, replacements: dict[str, ast.expr]) -> None:
        self.replacements = replacements

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if isinstance(node.ctx, ast.Load) and node.id in self.replacements:
            return self.replacements[node.id]
        return node


def of_requests(node: ast.AST, names: tuple[str, ...]) -> ast.Attribute | None:
    """The node, where it is `requests.NAME`."""
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "requests" and node.attr in names:
        return node
    return None


def _imports_requests(tree: Tree) -> bool:
    return any(isinstance(s, ast.Import) and s.names[0].name == "requests" for s in tree.body)


def alias_import(tree: Tree) -> Tree:
    """`import requests as web`."""
    for statement in tree.body:
        if isinstance(statement, ast.Import) and statement.names[0].name == "requests":
            statement.names[0].asname = "web"
    new: Tree = Names({"requests": ast.Name("web", ast.Load())}).visit(tree)
    return new


def import_locally(tree: Tree) -> Tree:
    """The import moves into each function that needs it."""
    if not _imports_requests(tree):
        return tree
    tree.body = [s for s in tree.body if not (isinstance(s, ast.Import) and s.names[0].name == "requests")]
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            node.body.insert(0, ast.Import([ast.alias("requests")]))
    return tree


def import_names(tree: Tree) -> Tree:
    """`from requests import post as requests_post` in place of `requests.post`."""

    class Change(ast.NodeTransformer):
        def __init__(self) -> None:
            self.used: set[str] = set()

        def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
            if isinstance(node.value, ast.Name) and node.value.id == "requests":
                self.used.add(node.attr)
                return ast.Name(f"requests_{node.attr}", ast.Load())
            self.generic_visit(node)
            return node

    change = Change()
    new: Tree = change.visit(tree)
    imports = [ast.ImportFrom("requests", [ast.alias(name, f"requests_{name}")], 0) for name in sorted(change.used)]
    new.body = [*imports, *(s for s in new.body if not (isinstance(s, ast.Import) and s.names[0].name == "requests"))]
    return new


def swap_for_httpx(tree: Tree) -> Tree:
    """httpx in place of requests: the functions have the same names, a Session is a Client."""
    for statement in tree.body:
        if isinstance(statement, ast.Import) and statement.names[0].name == "requests":
            statement.names[0].name = "httpx"
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr == "Session":
            node.attr = "Client"
    new: Tree = Names({"requests": ast.Name("httpx", ast.Load())}).visit(tree)
    return new


def use_a_session(tree: Tree) -> Tree:
    """A module-level session sends what `requests.post` sent."""
    if not _imports_requests(tree):
        return tree
    for node in ast.walk(tree):
        used = of_requests(node, (*VERBS, "request"))
        if used:
            used.value = ast.Name("SESSION", ast.Load())
    place = 1 + max(i for i, s in enumerate(tree.body) if isinstance(s, (ast.Import, ast.ImportFrom)))
    tree.body.insert(place, ast.parse("SESSION = requests.Session()").body[0])
    return tree


def request_in_place_of_verbs(tree: Tree) -> Tree:
    """`requests.request("POST", …)` in place of `requests.post(…)`."""
    for node in ast.walk(tree):
        used = of_requests(node.func, VERBS) if isinstance(node, ast.Call) else None
        if used and isinstance(node, ast.Call):
            node.args.insert(0, ast.Constant(used.attr.upper()))
            used.attr = "request"
    return tree


def extract_a_wrapper(tree: Tree) -> Tree:
    """`send_out("POST", …)`, a new function, in place of `requests.post(…)`."""
    if not _imports_requests(tree):
        return tree
    for node in ast.walk(tree):
        used = of_requests(node.func, (*VERBS, "request")) if isinstance(node, ast.Call) else None
        if used and isinstance(node, ast.Call):
            if used.attr != "request":
                node.args.insert(0, ast.Constant(used.attr.upper()))
            node.func = ast.Name("send_out", ast.Load())
    wrapper = ast.parse("def send_out(verb, address, **options):\n    return requests.request(verb, address, **options)\n").body[0]
    place = 1 + max(i for i, s in enumerate(tree.body) if isinstance(s, (ast.Import, ast.ImportFrom)))
    tree.body.insert(place, wrapper)
    return tree


def text_constants(tree: Tree) -> dict[str, ast.expr]:
    """Module-level constants that hold literal text."""
    return {
        s.targets[0].id: s.value
        for s in tree.body
        if isinstance(s, ast.Assign)
        and isinstance(s.targets[0], ast.Name)
        and isinstance(s.value, ast.Constant)
        and isinstance(s.value.value, str)
    }


def inline_constants(tree: Tree) -> Tree:
    """The literal stands wherever the constant was read."""
    new: Tree = Names(text_constants(tree)).visit(tree)
    return new


def split_literals(tree: Tree) -> Tree:
    """Every longer literal becomes the sum of its halves."""

    class Change(ast.NodeTransformer):
        def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.expr:
            return node

        def visit_Constant(self, node: ast.Constant) -> ast.expr:
            if isinstance(node.value, str) and len(node.value) > 8:
                middle = len(node.value) // 2
                return ast.BinOp(ast.Constant(node.value[:middle]), ast.Add(), ast.Constant(node.value[middle:]))
            return node

    new: Tree = Change().visit(tree)
    return new


def fstrings_in_place_of_sums(tree: Tree) -> Tree:
    """`f"{a}{b}"` in place of `a + b`."""

    class Change(ast.NodeTransformer):
        def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
            self.generic_visit(node)
            if not isinstance(node.op, ast.Add):
                return node
            pieces: list[ast.expr] = []
            for side in (node.left, node.right):
                if isinstance(side, ast.JoinedStr):
                    pieces += side.values
                elif isinstance(side, ast.Constant):
                    pieces.append(side)
                else:
                    pieces.append(ast.FormattedValue(side, -1, None))
            return ast.JoinedStr(pieces)

    new: Tree = Change().visit(tree)
    return new


def sums_in_place_of_fstrings(tree: Tree) -> Tree:
    """`a + str(b)` in place of `f"{a}{b}"`."""

    class Change(ast.NodeTransformer):
        def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.expr:
            total: ast.expr = ast.Constant("")
            for piece in node.values:
                if isinstance(piece, ast.FormattedValue):
                    piece = ast.Call(ast.Name("str", ast.Load()), [self.visit(piece.value)], [])
                total = ast.BinOp(total, ast.Add(), piece)
            return total

    new: Tree = Change().visit(tree)
    return new


def definitions_in_reverse(tree: Tree) -> Tree:
    """Functions and classes in the opposite order, after the imports and constants, before what runs."""
    definitions = [s for s in tree.body if isinstance(s, (ast.FunctionDef, ast.ClassDef))]
    runs = [s for s in tree.body if isinstance(s, ast.Expr)]
    rest = [s for s in tree.body if not isinstance(s, (ast.FunctionDef, ast.ClassDef, ast.Expr))]
    tree.body = [*rest, *reversed(definitions), *runs]
    return tree


def run_under_main(tree: Tree) -> Tree:
    """What runs at module level runs in `main`, in a try, below `if __name__ == "__main__"`."""
    runs: list[ast.stmt] = [s for s in tree.body if isinstance(s, ast.Expr)]
    if not runs:
        return tree
    main = ast.parse("def main():\n    try:\n        pass\n    except ValueError:\n        raise SystemExit(1)\n").body[0]
    assert isinstance(main, ast.FunctionDef)
    assert isinstance(main.body[0], ast.Try)
    main.body[0].body = runs
    guard = ast.parse('if __name__ == "__main__":\n    main()\n').body[0]
    tree.body = [*(s for s in tree.body if not isinstance(s, ast.Expr)), main, guard]
    return tree
