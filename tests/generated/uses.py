"""The ways to use a client: statements, functions, services, loops, tables, branches, generators, closures.

Takes a client and endpoints, writes the lines that call them with what they call behind them, gives the lines that run it all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.generated.clients import Client
from tests.generated.kept import path_code
from tests.generated.paths import Target, pieces, some_parameters, target, value
from tests.generated.project import Draw, Module, Project, chance, pick


@dataclass(slots=True)
class Use:
    """Where a use is written.

    Attributes:
        draw, project: as everywhere.
        module: to write into.
        client: to call with.
        run: lines for the program's main function, synchronous or not as the client is.
        called: endpoints that are reached when it runs.
    """

    draw: Draw
    project: Project
    module: Module
    client: Client
    run: list[str]
    called: set[str]

    @property
    def word(self) -> str:
        """What stands before `def`."""
        return "async " if self.client.asynchronous else ""

    @property
    def wait(self) -> str:
        """What stands before a call."""
        return "await " if self.client.asynchronous else ""

    def path(self, wanted: Target, holes: dict[str, str]) -> str:
        """Code for a path."""
        return path_code(self.draw, self.project, self.module, pieces(wanted, holes, self.client.prefix))

    def call(self, wanted: Target, path: str, at: str = "") -> str:
        """Code for a call, awaited where it has to be."""
        return self.wait + self.client.call(at or self.client.at, wanted.method, path)

    def name(self, wanted: str) -> str:
        return self.project.name(wanted)


def mark(*targets: Target) -> str:
    """What a line says that it calls."""
    return "  # call: " + " | ".join(sorted({wanted.key for wanted in targets}))


def arguments(names: tuple[str, ...]) -> str:
    return ", ".join(f'"{value(name)}"' for name in names)


def statement(use: Use) -> None:
    """In a function without arguments, or at the top level."""
    wanted = target(use.draw)
    name = use.name("step")
    lines = [f"    {use.call(wanted, use.path(wanted, {}))}{mark(wanted)}"]
    if chance(use.draw):
        lines = ["    try:", f"    {lines[0]}", "    finally:", "        pass"]
    use.module.add(f"{use.word}def {name}():", *lines, "")
    reach(use, name, wanted)


def with_parameters(use: Use) -> None:
    """In a function that takes parts of the path."""
    wanted = target(use.draw)
    names = some_parameters(use.draw, wanted)
    name = use.name("fetch")
    path = use.path(wanted, {parameter: parameter for parameter in names})
    form = pick(use.draw, ("plain", "local path", "assigned", "default", "typed", "many lines"))
    signature = ", ".join(names)
    if form == "default" and names:
        signature = ", ".join([*names[:-1], f'{names[-1]}="{value(names[-1])}"'])
    if form == "typed":
        signature = ", ".join(f"{parameter}: str" for parameter in names)
    lines = [f"return {use.call(wanted, path)}{mark(wanted)}"]
    if form == "local path":
        lines = [f"path = {path}", f"return {use.call(wanted, 'path')}{mark(wanted)}"]
    if form == "assigned":
        lines = [f"answer = {use.call(wanted, path)}{mark(wanted)}", "return [answer]"]
    if form == "many lines":
        call = use.call(wanted, path)
        cut = call.index("(", len(use.wait) + len(use.client.at) if call.startswith(use.wait + use.client.at) else 0) + 1
        if call[:cut].count("(") == 1:
            lines = [f"return {call[:cut]}{mark(wanted)}", f"    {call[cut:-1]},", ")"]
    use.module.add(f"{use.word}def {name}({signature}):", *(f"    {line}" for line in lines), "")
    reach(use, name, wanted, arguments(names if form != "default" else names[:-1]))


def service(use: Use) -> None:
    """In the methods of a class that holds the client, and perhaps a part of the path."""
    first, second = target(use.draw), target(use.draw)
    cls = use.name("Service")
    held = some_parameters(use.draw, first)[:1]
    injected = chance(use.draw)
    lines = [f"class {cls}:", f"    def __init__(self{', api' if injected else ''}{''.join(', ' + name for name in held)}):"]
    lines += [f"        self._api = {'api' if injected else use.client.at}", *(f"        self.{name} = {name}" for name in held)]
    taken = tuple(name for name in some_parameters(use.draw, second))
    path = use.path(first, {name: f"self.{name}" for name in held})
    lines += [f"    {use.word}def one(self):", f"        return {use.call(first, path, 'self._api')}{mark(first)}"]
    other = use.path(second, {name: name for name in taken})
    lines += [f"    {use.word}def two(self{''.join(', ' + name for name in taken)}):"]
    lines += [f"        return {use.call(second, other, 'self._api')}{mark(second)}", ""]
    use.module.add(*lines)
    made = use.name("service")
    given = ([use.client.at] if injected else []) + [f'"{value(name)}"' for name in held]
    use.module.add(f"{made} = {cls}({', '.join(given)})")
    reach(use, f"{made}.one", first)
    reach(use, f"{made}.two", second, arguments(taken))


def loop(use: Use) -> None:
    """Over the values of a part of the path, or over paths."""
    wanted = target(use.draw)
    name = use.name("each")
    if chance(use.draw) and wanted.parameters:
        hole = pick(use.draw, wanted.parameters)
        call = use.call(wanted, use.path(wanted, {hole: "item"}))
        values = f'("{value(hole)}", "{value(hole)}")'
        if chance(use.draw) and not use.client.asynchronous:
            lines = [f"    return [{call} for item in {values}]{mark(wanted)}"]
        else:
            lines = [f"    for item in {values}:", f"        {call}{mark(wanted)}"]
        targets = [wanted]
    else:
        targets = [wanted, *(target(use.draw, (wanted.method,)) for _ in range(pick(use.draw, (1, 2))))]
        paths = ", ".join(use.path(each, {}) for each in targets)
        lines = [f"    for path in [{paths}]:", f"        {use.call(wanted, 'path')}{mark(*targets)}"]
    use.module.add(f"{use.word}def {name}():", *lines, "")
    reach(use, name, *targets)


def table(use: Use) -> None:
    """Over a table of methods and paths."""
    if use.client.choose is None:
        return loop(use)
    targets = [target(use.draw) for _ in range(pick(use.draw, (2, 3)))]
    rows, name = use.name("TABLE"), use.name("all_of")
    call = use.wait + use.client.choose(use.client.at, "method", "path")
    form = pick(use.draw, ("list", "dict", "by key", "dataclass"))
    pairs = [f'("{each.method}", {use.path(each, {})})' for each in targets]
    keyed = "{" + ", ".join(f'"k{number}": {pair}' for number, pair in enumerate(pairs)) + "}"
    if form == "list":
        use.module.add(f"{rows} = [{', '.join(pairs)}]")
        lines = [f"    for method, path in {rows}:", f"        {call}{mark(*targets)}"]
    elif form == "dict":
        use.module.add(f"{rows} = {keyed}")
        lines = [f"    for key, (method, path) in {rows}.items():", f"        {call}{mark(*targets)}"]
    elif form == "by key":
        use.module.add(f"{rows} = {keyed}")
        lines = [f"    for key in {rows}:", f"        method, path = {rows}[key]", f"        {call}{mark(*targets)}"]
    else:
        kind = use.name("Row")
        use.module.need("from dataclasses import dataclass")
        use.module.add("@dataclass", f"class {kind}:", "    method: str", "    path: str", "")
        use.module.add(f"{rows} = ({', '.join(kind + pair for pair in pairs)},)")
        call = use.wait + use.client.choose(use.client.at, "row.method", "row.path")
        lines = [f"    for row in {rows}:", f"        {call}{mark(*targets)}"]
    use.module.add(f"{use.word}def {name}():", *lines, "")
    return reach(use, name, *targets)


def branches(use: Use) -> None:
    """By if and elif, a conditional expression or match, with the method where the client allows it."""
    first = target(use.draw)
    free = use.client.choose is not None and chance(use.draw)
    second = target(use.draw) if free else target(use.draw, (first.method,))
    name = use.name("act")
    paths = [use.path(each, {}) for each in (first, second)]
    values = [f'"{each.method}", {path}' if free else path for each, path in zip((first, second), paths, strict=True)]
    names = "method, path" if free else "path"
    form = pick(use.draw, ("if", "conditional", "match", "early"))
    if free and use.client.choose is not None:
        call = use.wait + use.client.choose(use.client.at, "method", "path")
    else:
        call = use.call(first, "path")
    last = [f"return {call}{mark(first, second)}"]
    if form == "early" and not free:
        lines = [
            'if kind == "a":',
            f"    return {use.call(first, paths[0])}{mark(first)}",
            f"return {use.call(second, paths[1])}{mark(second)}",
        ]
    elif form == "conditional":
        either = [f"({each})" if free else each for each in values]
        lines = [f'{names} = {either[0]} if kind == "a" else {either[1]}', *last]
    elif form == "match":
        lines = ["match kind:", '    case "a":', f"        {names} = {values[0]}", "    case _:", f"        {names} = {values[1]}", *last]
    else:
        lines = ['if kind == "a":', f"    {names} = {values[0]}", 'elif kind == "b":', f"    {names} = {values[1]}"]
        lines += ["else:", "    raise ValueError(kind)", *last]
    use.module.add(f"{use.word}def {name}(kind):", *(f"    {line}" for line in lines), "")
    reach(use, name, first, '"a"', always=True)
    reach(use, name, second, '"b"', always=True)


def generator(use: Use) -> None:
    """Page by page."""
    wanted = target(use.draw)
    names = some_parameters(use.draw, wanted)
    name = use.name("pages")
    call = use.call(wanted, use.path(wanted, {parameter: parameter for parameter in names}))
    lines = [
        "offset = 0",
        "while True:",
        f"    page = {call}{mark(wanted)}",
        "    yield page",
        "    offset += 1",
        "    if offset > 1:",
        "        break",
    ]
    use.module.add(f"{use.word}def {name}({', '.join(names)}):", *(f"    {line}" for line in lines), "")
    use.called.add(wanted.key)
    place = use.project.refer(use.draw, name, use.module, use.project.module("main"))
    use.run += [f"{use.word}for page in {place}({arguments(names)}):", "    pass"]


def closure(use: Use) -> None:
    """In a function inside a function, or a lambda."""
    wanted = target(use.draw)
    names = some_parameters(use.draw, wanted)
    name = use.name("later")
    call = use.call(wanted, use.path(wanted, {parameter: parameter for parameter in names}))
    if use.client.asynchronous or chance(use.draw):
        lines = [f"    {use.word}def inner():", f"        return {call}{mark(wanted)}", f"    return {use.wait}inner()"]
        use.module.add(f"{use.word}def {name}({', '.join(names)}):", *lines, "")
    else:
        use.module.add(f"{name} = lambda {', '.join(names)}: {call}{mark(wanted)}")
    return reach(use, name, wanted, arguments(names))


def gathered(use: Use) -> None:
    """Several at once, or one after the other."""
    targets = [target(use.draw) for _ in range(pick(use.draw, (2, 3)))]
    name = use.name("together")
    calls = [f"        {use.call(each, use.path(each, {})).removeprefix('await ')},{mark(each)}" for each in targets]
    if use.client.asynchronous:
        use.module.need("import asyncio")
        use.module.add(f"async def {name}():", "    return await asyncio.gather(", *calls, "    )", "")
    else:
        use.module.add(f"def {name}():", "    return (", *calls, "    )", "")
    reach(use, name, *targets)


def dispatched(use: Use) -> None:
    """By a table of functions."""
    targets = [target(use.draw), target(use.draw)]
    rows = []
    for each in targets:
        name = use.name("on")
        use.module.add(f"{use.word}def {name}():", f"    return {use.call(each, use.path(each, {}))}{mark(each)}", "")
        rows.append(f'"{name}": {name}')
    handlers, name = use.name("HANDLERS"), use.name("handle")
    use.module.add(f"{handlers} = {{{', '.join(rows)}}}")
    use.module.add(f"{use.word}def {name}():", f"    for key in {handlers}:", f"        {use.wait}{handlers}[key]()", "")
    reach(use, name, *targets)


def reach(use: Use, name: str, *rest: Target | str, always: bool = False) -> None:
    """Have a function run by the main function, or by nobody."""
    targets = [each for each in rest if isinstance(each, Target)]
    given = "".join(each for each in rest if isinstance(each, str))
    if not always and not pick(use.draw, (True, True, True, False)):
        return
    main = use.project.module("main")
    head, dot, tail = name.partition(".")
    use.called.update(each.key for each in targets)
    use.run.append(f"{use.wait}{use.project.refer(use.draw, head, use.module, main)}{dot}{tail}({given})")


USES: tuple[Callable[[Use], None], ...] = (
    statement, with_parameters, service, loop, table, branches, generator, closure, gathered, dispatched,
)  # fmt: skip
