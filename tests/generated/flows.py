"""More ways to use a client: what happens to the call, the path or the client on the way.

Takes a `Use`, writes into it as uses.py does.
"""

from __future__ import annotations

from collections.abc import Callable

from tests.generated.paths import some_parameters, target, value
from tests.generated.project import chance, pick
from tests.generated.uses import Use, arguments, mark, reach, statement


def grown(use: Use) -> None:
    """A path that is made longer under a condition."""
    first = target(use.draw)
    longer = [each for each in SUFFIXES.get(first.key, ()) if each]
    if not longer:
        return statement(use)
    key, suffix = pick(use.draw, longer)
    name = use.name("grow")
    lines = [f"path = {use.path(first, {})}", "if deep:", f'    path += "{suffix}"']
    call = use.call(first, "path")
    targets = mark(first)[len("  # call: ") :] + " | " + key
    use.module.add(f"{use.word}def {name}(deep):", *(f"    {line}" for line in lines), f"    return {call}  # call: {targets}", "")
    reach(use, name, first, '"yes"', always=True)
    reach(use, name, '""', always=True)
    use.called.add(key)
    return None


SUFFIXES = {
    "GET /v2/lists": (("GET /v2/lists/{list}", "/5"), ("GET /v2/lists/{list}/views", "/5/views")),
    "GET /v2/tasks": (("GET /v2/tasks/{task_id}", "/5"),),
    "GET /v2/notes": (("GET /v2/notes/{note_id}", "/5"),),
    "GET /v2/objects": (("GET /v2/objects/{object}", "/people"),),
    "GET /v2/meetings": (("GET /v2/meetings/{meeting_id}", "/5"), ("GET /v2/meetings/{meeting_id}/call_recordings", "/5/call_recordings")),
    "POST /v2/objects/{object}/records": (("POST /v2/objects/{object}/records/query", "/query"),),
    "POST /v2/lists/{list}/entries": (("POST /v2/lists/{list}/entries/query", "/query"),),
}


def handed_on(use: Use) -> None:
    """The client, or what it is called by, as an argument or a local name."""
    wanted = target(use.draw)
    names = some_parameters(use.draw, wanted)
    name = use.name("with_client")
    path = use.path(wanted, {parameter: parameter for parameter in names})
    if chance(use.draw):
        lines = [f"    local = {use.client.at}", f"    return {use.call(wanted, path, 'local')}{mark(wanted)}"]
        use.module.add(f"{use.word}def {name}({', '.join(names)}):", *lines, "")
        return reach(use, name, wanted, arguments(names))
    inner = use.name("do_with")
    use.module.add(f"{use.word}def {inner}({', '.join(['api', *names])}):", f"    return {use.call(wanted, path, 'api')}{mark(wanted)}", "")
    given = ", ".join([use.client.at, arguments(names)]).rstrip(", ")
    use.module.add(f"{use.word}def {name}():", f"    return {use.wait}{inner}({given})", "")
    return reach(use, name, wanted)


def decorated(use: Use) -> None:
    """In a function that a decorator of the program's own wraps."""
    wanted = target(use.draw)
    names = some_parameters(use.draw, wanted)
    name, wrapper = use.name("task"), use.name("logged")
    call = use.call(wanted, use.path(wanted, {parameter: parameter for parameter in names}))
    use.module.add(f"def {wrapper}(function):", f"    {use.word}def inner(*args, **kwargs):")
    use.module.add(f"        return {use.wait}function(*args, **kwargs)", "    return inner", "")
    use.module.add(f"@{wrapper}", f"{use.word}def {name}({', '.join(names)}):", f"    return {call}{mark(wanted)}", "")
    reach(use, name, wanted, arguments(names))


def in_threads(use: Use) -> None:
    """By an executor, as a function with arguments or as a lambda."""
    if use.client.asynchronous:
        return statement(use)
    wanted = target(use.draw)
    name = use.name("threaded")
    use.module.need("from concurrent.futures import ThreadPoolExecutor")
    path = use.path(wanted, {})
    call = use.call(wanted, path)
    lines = ["    with ThreadPoolExecutor(1) as pool:"]
    form = pick(use.draw, ("submit", "map", "own function"))
    if form == "submit":
        lines += [f"        return pool.submit(lambda: {call}).result(){mark(wanted)}"]
    elif form == "map":
        lines += [
            "        return list(pool.map(",
            f"            lambda number: {call},{mark(wanted)}",
            "            range(2),",
            "        ))",
        ]
    else:
        inner = use.name("job")
        use.module.add(f"def {inner}(number):", f"    return {call}{mark(wanted)}", "")
        lines += [f"        return pool.submit({inner}, 1).result()"]
    use.module.add(f"def {name}():", *lines, "")
    return reach(use, name, wanted)


def collected(use: Use) -> None:
    """Paths that are put into a list first, or come out of a generator."""
    first = target(use.draw)
    targets = [first, target(use.draw, (first.method,))]
    name = use.name("collect")
    codes = [use.path(each, {}) for each in targets]
    if chance(use.draw):
        lines = ["    paths = []", *(f"    paths.append({code})" for code in codes), "    for path in paths:"]
    else:
        inner = use.name("paths_of")
        use.module.add(f"def {inner}():", *(f"    yield {code}" for code in codes), "")
        lines = [f"    for path in {inner}():"]
    lines += [f"        {use.call(first, 'path')}{mark(*targets)}"]
    use.module.add(f"{use.word}def {name}():", *lines, "")
    reach(use, name, *targets)


def subclassed(use: Use) -> None:
    """In a method that a subclass has from its parent, with a part of the path from the class."""
    wanted = target(use.draw)
    if not wanted.parameters:
        return statement(use)
    hole = pick(use.draw, wanted.parameters)
    parent, child, made = use.name("Parent"), use.name("Child"), use.name("child")
    call = use.call(wanted, use.path(wanted, {hole: "self.part"}))
    use.module.add(f"class {parent}:", '    part = "other"', f"    {use.word}def go(self):", f"        return {call}{mark(wanted)}", "")
    use.module.add(f"class {child}({parent}):", f'    part = "{value(hole)}"', "", f"{made} = {child}()")
    return reach(use, f"{made}.go", wanted)


def elsewhere(use: Use) -> None:
    """Requests to another vendor, of the same methods and paths: nothing of it is Attio's."""
    name = use.name("other_vendor")
    wanted = target(use.draw)
    path = f"/v2/{wanted.template}".replace("{", "").replace("}", "")
    use.module.need("import httpx", "import requests")
    lines = [f'requests.request("{wanted.method}", "https://api.example.com{path}")']
    lines += ['with httpx.Client(base_url="https://api.example.com") as http:', f'    http.{wanted.method.lower()}("{path}")']
    use.module.add(f"def {name}():", *(f"    {line}" for line in lines), "")
    statement(use)


FLOWS: tuple[Callable[[Use], None], ...] = (grown, handed_on, decorated, in_threads, collected, subclassed, elsewhere)
