"""Programs made to blow up an interpreter: shapes of any size, each with calls to Attio that have to be in the report all the same.

Takes a size, gives the text of a module. Nothing of it is ever run. tests/test_hostile_programs.py looks at small ones,
`python -m tests.robustness --shapes` at large ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tests.robustness import INNER, PLANTED

HEAD = "import os\nimport requests\n\nB = 'https://api.attio.com/v2'\n\n"
LAST = f"\nrequests.get(B + '/tasks')  {PLANTED}\n"


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of program.

    Attributes:
        make: the lines between head and last call, for a size.
        small: a size for the test suite.
        large: a size for a long run.
        gap: what is known to be wrong with it even where it is small, or "".
    """

    make: Callable[[int], Iterable[str]]
    small: int
    large: int
    gap: str = ""

    def program(self, size: int) -> str:
        """The whole module."""
        return HEAD + "\n".join(self.make(size)) + "\n" + LAST


def send(path: str, planted: bool = True) -> str:
    """A call, to be found in the report."""
    return f"requests.get(B + {path})" + (f"  {PLANTED}" if planted else "")


# --- values that double ----------------------------------------------------------------------------------------


def doubled(first: str, step: str, path: str) -> Callable[[int], Iterable[str]]:
    """A value that is made of itself again and again."""
    return lambda size: [f"x = {first}", *[step] * size, send(path)]


def huge_value(*expressions: str) -> Callable[[int], Iterable[str]]:
    """Expressions whose value would fill the memory; `N` in them is the size."""
    return lambda size: [send(f"str({expression.replace('N', str(size))})") for expression in expressions]


def chosen_parts(size: int) -> Iterable[str]:
    return ["p = '/notes'", *(f"p = p + ('a' if os.getenv('X{n}') else 'b')" for n in range(size)), send("p")]


def branches(size: int) -> Iterable[str]:
    lines = ["p = '/notes'"]
    for number in range(size):
        lines += [f"if os.getenv('X{number}'):", "    p = p + 'a'", "else:", "    p = p + 'b'"]
    return [*lines, send("p")]


# --- control flow ----------------------------------------------------------------------------------------------


def nested(line: str) -> Callable[[int], Iterable[str]]:
    """A compound statement in itself; `N` in it is the depth."""

    def make(size: int) -> Iterable[str]:
        lines = ["p = '/notes'"]
        for depth in range(size):
            lines += [" " * depth + line.replace("N", str(depth)), " " * (depth + 1) + f"p = p + '{depth}'"]
        return [*lines, " " * size + send("p")]

    return make


def many(template: str) -> Callable[[int], Iterable[str]]:
    """The same few lines again and again; `N` in them is the number, `!` ends a line with a call that has to be found."""
    return lambda size: [template.replace("N", str(number)).replace("!", f"  {PLANTED}") for number in range(size)]


def cases(size: int) -> Iterable[str]:
    lines = ["def f(x):", "    match x:"]
    for number in range(size):
        lines += [f"        case 'k{number}':", f"            {send(repr(f'/notes/{number}'))}"]
    return lines


# --- functions and classes -------------------------------------------------------------------------------------


def twice(size: int) -> Iterable[str]:
    lines = []
    for number in range(size):
        lines += [f"def f{number}(p):", f"    f{number + 1}(p + 'a')  {INNER}", f"    f{number + 1}(p + 'b')"]
    return [*lines, f"def f{size}(p):", f"    {send('p', planted=False)}", f"f0('/notes')  {PLANTED}"]


def cross_recursive(size: int) -> Iterable[str]:
    lines = ["class K:"]
    for number in range(size):
        one, other = (number * 7 + 1) % size, (number * 11 + 5) % size
        lines += [
            f"    def m{number}(self, p):",
            f"        self.m{one}(p)",
            f"        self.m{other}(p + '/a')",
            f"        return {send('p')}",
        ]
    return [*lines, "K().m0('/notes')"]


def chain_of_classes(size: int) -> Iterable[str]:
    lines = ["class C0:", "    def m0(self): return self.m1()"]
    for number in range(1, size):
        lines += [f"class C{number}(C{number - 1}):", f"    def m{number}(self): return self.m{number + 1}()"]
    return [*lines, f"class D(C{size - 1}):", f"    def m{size}(self):", f"        return {send(repr('/notes'))}", "D().m0()"]


def diamonds(size: int) -> Iterable[str]:
    lines = ["class Z:", "    u = '/notes'"]
    above = "Z"
    for number in range(size):
        lines += [f"class X{number}({above}): pass", f"class Y{number}({above}): pass", f"class Z{number}(X{number}, Y{number}): pass"]
        above = f"Z{number}"
    return [*lines, f"class W({above}):", "    def g(self):", f"        return {send('self.u')}", "W().g()"]


def wrappers(size: int) -> Iterable[str]:
    lines = ["def f0(p):", "    return requests.get(B + p)", "def f1(p):", f"    return f0(p)  {INNER}"]
    for number in range(2, size):
        lines += [f"def f{number}(p):", f"    return f{number - 1}(p)"]
    return [*lines, f"f{size - 1}('/notes')  {PLANTED}"]


def decorated(size: int) -> Iterable[str]:
    decorator = ["def d(f):", "    def g(*a, **k):", "        return f(*a, **k)", "    return g"]
    return [*decorator, *["@d"] * size, "def f(p):", f"    {send('p', planted=False)}", f"f('/notes')  {PLANTED}"]


def table(size: int) -> Iterable[str]:
    items = (f"    'k{number}': '/objects/o{number}/records'," for number in range(size))
    return ["T = {", *items, "}"]


def table_by_key(size: int) -> Iterable[str]:
    return [*table(size), "def f(k):", f"    {send('T[k]', planted=False)}  {INNER}", f"f(os.getenv('K'))  {PLANTED}"]


def whole_table(size: int) -> Iterable[str]:
    return [*table(size), "for k, v in T.items():", f"    {send('v')}"]


def products(size: int) -> Iterable[str]:
    loops = " ".join(f"for a{number} in 'abcdefghij'" for number in range(size))
    return [send(f"str([a0 {loops}])")]


def functions_in_functions(size: int) -> Iterable[str]:
    lines = [" " * depth + f"def f{depth}(x):" for depth in range(size)]
    return [*lines, " " * size + send("'/notes'")]


def objects_in_objects(size: int) -> Iterable[str]:
    cls = ["class K:", "    def __init__(self, a, b):", "        self.a, self.b = a, b"]
    return [*cls, *doubled("K(1, 2)", "x = K(x, x)", "str(x)")(size)]


def methods(size: int) -> Iterable[str]:
    return ["class K:", *many("    def fN(self, x):\n        return requests.get(B + f'/notes/{x}')!")(size)]


def long_address(head: str) -> Callable[[int], Iterable[str]]:
    return lambda size: ["x = os.getenv('X')", f"requests.get(f'{{B}}/{head}{'a' * size}')  {PLANTED}"]


CYCLES = (
    "class A(A): u = '/notes'", "class P(Q): pass", "class Q(P): pass", f"requests.get(B + P().u)  {PLANTED}",
    f"requests.get(B + A.u)  {PLANTED}", "d = {}", "d['d'] = d", f"requests.get(B + str(d['d']['d']))  {PLANTED}", "l = []", "l.append(l)",
    f"requests.get(B + str(l[0][0]))  {PLANTED}", "def f(): return f()", f"requests.get(B + f())  {PLANTED}",
    "def g():", "    yield from g()", "for x in g():", f"    requests.get(B + x)  {PLANTED}",
    "class R:", "    @property", "    def one(self): return self.two", "    @property", "    def two(self): return self.one",
    f"requests.get(B + R().one)  {PLANTED}", "x = x1 = lambda: x()", f"requests.get(B + x())  {PLANTED}",
    "class S:", "    def __getattr__(self, name): return getattr(self, name)", f"requests.get(B + S().path)  {PLANTED}",
)  # fmt: skip

MEMORY = (
    "'a' * N", "['a'] * N", "'%0Nd' % 1", "f'{1:>N}'", "'{:>N}'.format('a')", "'a'.ljust(N)", "'a'.zfill(N)", "'a'.center(N)", "10 ** N",
    "1 << N", "'a'.join(['b'] * N)", "list(range(N))", "'a'.rjust(N, 'b')", "bytes(N)", "('a' * N) * N", "2 ** 2 ** N",
)  # fmt: skip
SMALL_LOOP = "def gN(x):\n    return [x + str(j) for j in (1, 2, 3)]\nfor a in gN('b'):\n    requests.get(B + '/notes/' + a)!"

SHAPES: dict[str, Shape] = {
    "text doubled": Shape(doubled("'/notes'", "x = x + x", "x"), 60, 2_000),
    "text doubled by a format": Shape(doubled("'/notes'", "x = f'{x}{x}'", "x"), 60, 2_000),
    "text doubled by replacing": Shape(doubled("'/aa'", "x = x.replace('a', 'aa')", "x"), 60, 2_000),
    "text doubled by joining": Shape(doubled("'/aa'", "x = x.join([x, x, x])", "x"), 60, 2_000),
    "text doubled by percent": Shape(doubled("'/aa'", "x = '%s%s' % (x, x)", "x"), 60, 2_000),
    "list doubled": Shape(doubled("['/notes']", "x = x + x", "str(x)"), 60, 2_000),
    "list in itself": Shape(doubled("['/notes']", "x = [x, x]", "str(x)"), 60, 2_000),
    "dict in itself": Shape(doubled("{'a': '/notes'}", "x = {'a': x, 'b': x}", "str(x)"), 60, 2_000),
    "object in itself": Shape(objects_in_objects, 60, 2_000),
    "values that fill the memory": Shape(huge_value(*MEMORY), 10**10, 10**12),
    "parts chosen": Shape(chosen_parts, 40, 1_000),
    "branches one after another": Shape(branches, 40, 1_000),
    "loops in loops": Shape(nested("while os.getenv('a'):"), 12, 90),
    "loops over lists in loops": Shape(
        nested("for iN in ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']:"), 8, 90, "a path that grows in loops takes time without end"
    ),
    "branches in branches": Shape(nested("if os.getenv('aN'):"), 60, 90),
    "functions in functions": Shape(functions_in_functions, 60, 90),
    "long ranges": Shape(many("for i in range(10 ** 9):\n    p = '/notes/' + str(i)\n    requests.get(B + p)!"), 5, 50),
    "comprehensions over products": Shape(products, 12, 60),
    "small loops": Shape(many(SMALL_LOOP), 150, 3_000),
    "assignments": Shape(many("vN = N"), 5_000, 50_000),
    "functions": Shape(many("def fN(x):\n    return requests.get(B + f'/notes/{x}')!"), 400, 5_000),
    "methods": Shape(methods, 300, 5_000),
    "a table": Shape(table_by_key, 2_000, 20_000),
    "a table, all of it": Shape(whole_table, 1_000, 20_000),
    "cases": Shape(cases, 200, 5_000),
    "calls that double": Shape(twice, 12, 40),
    "methods that call one another": Shape(cross_recursive, 6, 60, "the calls inside are in no report"),
    "a chain of classes": Shape(chain_of_classes, 60, 300),
    "diamonds of classes": Shape(diamonds, 40, 300),
    "a chain of wrappers": Shape(wrappers, 60, 1_000),
    "decorators": Shape(decorated, 40, 500),
    "a long address": Shape(long_address(""), 100_000, 10_000_000),
    "a long address behind a hole": Shape(long_address("{x}/"), 100_000, 10_000_000),
    "an address of holes": Shape(lambda size: [f"requests.get(f'{{B}}/{'{B}/a' * size}')  {PLANTED}"], 100, 140),
    "a long format": Shape(lambda size: [send(f"('%{'0' * size}x' % 1)")], 2_000, 1_000_000),
    "cycles": Shape(lambda size: CYCLES * size, 1, 20),
}
