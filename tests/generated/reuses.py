"""More ways to use a client: again and again, from far away, by a table that others fill, after it was set somewhere else.

Takes a `Use`, writes into it as uses.py does.
"""

from __future__ import annotations

from collections.abc import Callable

from tests.generated.paths import Target, pieces, quoted, target
from tests.generated.project import chance, pick
from tests.generated.uses import Use, mark, reach, statement

TIMES = (3, 25, 60)
LAYERS = (2, 5, 20)


def often(use: Use) -> None:
    """One helper many times, in one function or in as many."""
    first = target(use.draw)
    targets = [first, *(target(use.draw, (first.method,)) for _ in range(2))]
    inner, name, apart = helper(use, first), use.name("often"), chance(use.draw)
    wanted = [targets[number % len(targets)] for number in range(pick(use.draw, TIMES))]
    calls = [f"    {use.wait}{inner}({literal(use, each)}){mark(each)}" for each in wanted]
    if apart:
        for number, line in enumerate(calls):
            use.module.add(f"{use.word}def {name}_{number}():", line, "")
        calls = [f"    {use.wait}{name}_{number}()" for number in range(len(calls))]
    use.module.add(f"{use.word}def {name}():", *calls, "")
    reach(use, name, *targets)


def helper(use: Use, wanted: Target) -> str:
    """A function of the user's module that sends a path by a method; its name."""
    name = use.name("via")
    use.module.add(f"{use.word}def {name}(path):", f"    return {use.call(wanted, 'path')}", "")
    return name


def literal(use: Use, wanted: Target) -> str:
    """Code for a path that is written out."""
    return quoted("".join(str(part) for part in pieces(wanted, {}, use.client.prefix)))


def through_modules(use: Use) -> None:
    """A helper that is handed on from module to module, under another name in each."""
    if not use.module.dotted:
        return statement(use)  # nobody imports from the script that is run
    wanted = target(use.draw)
    name, home = helper(use, wanted), use.module
    for _ in range(pick(use.draw, LAYERS)):
        layer = use.project.module(use.name("layer"))
        handed = use.project.refer(use.draw, name, home, layer)
        name, home = use.name("hop"), layer
        layer.add(f"{name} = {handed}")
    far = use.name("from_afar")
    home.add(f"{use.word}def {far}():", f"    return {use.wait}{name}({literal(use, wanted)}){mark(wanted)}", "")
    return reach(Use(use.draw, use.project, home, use.client, use.run, use.called), far, wanted)


def registered(use: Use) -> None:
    """Functions that a decorator of the program's puts into a table, run by their names or one after another."""
    targets = [target(use.draw) for _ in range(pick(use.draw, (2, 3)))]
    jobs, register, name = use.name("JOBS"), use.name("register"), use.name("run_jobs")
    use.module.add(f"{jobs} = {{}}", "")
    use.module.add(f"def {register}(key):", "    def take(function):", f"        {jobs}[key] = function", "        return function")
    use.module.add("    return take", "")
    for number, wanted in enumerate(targets):
        path = use.path(wanted, {})  # it may need lines of its own
        use.module.add(f'@{register}("job-{number}")', f"{use.word}def {use.name('job')}():")
        use.module.add(f"    return {use.call(wanted, path)}{mark(wanted)}", "")
    if chance(use.draw):
        use.module.add(f"{use.word}def {name}():", f"    for job in {jobs}.values():", f"        {use.wait}job()", "")
        return reach(use, name, *targets)
    chosen = pick(use.draw, range(len(targets)))
    use.module.add(f"{use.word}def {name}(key):", f"    return {use.wait}{jobs}[key]()", "")
    return reach(use, name, targets[chosen], f'"job-{chosen}"')


def set_later(use: Use) -> None:
    """The client, put by a function of its own where the calls look for it."""
    wanted = target(use.draw)
    state, ready, name = use.name("STATE"), use.name("configure"), use.name("after_it")
    kept = pick(use.draw, ("attribute", "item", "variable", "class attribute"))
    if kept in ("attribute", "class attribute"):
        cls = use.name("State")
        use.module.add(f"class {cls}:", "    api = None", "")
        use.module.add(f"{state} = {cls if kept == 'class attribute' else f'{cls}()'}")
        at = f"{state}.api"
    elif kept == "item":
        use.module.add(f"{state} = {{}}")
        at = f'{state}["api"]'
    else:
        use.module.add(f"{state} = None")
        at = state
    use.module.add("", f"def {ready}():", *([f"    global {state}"] if at == state else []), f"    {at} = {use.client.at}", "")
    path = use.path(wanted, {})
    use.module.add(f"{use.word}def {name}():", f"    {ready}()", f"    return {use.call(wanted, path, at)}{mark(wanted)}", "")
    reach(use, name, wanted)


REUSES: tuple[Callable[[Use], None], ...] = (often, through_modules, registered, set_later)
