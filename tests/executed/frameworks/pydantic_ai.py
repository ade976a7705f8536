"""As much of pydantic_ai as the programs of tests/executed use: an agent that calls each of its tools once. Never the library itself."""

import inspect
from typing import Generic, TypeVar

Deps = TypeVar("Deps")


class RunContext(Generic[Deps]):
    """What a tool is told of the run."""

    def __init__(self, deps):
        self.deps = deps


class Agent(Generic[Deps]):
    """An agent whose model calls every tool, with the tool's name for each argument."""

    def __init__(self, _model=None, deps_type=None, **_more):
        self.deps_type, self.tools = deps_type, []

    def tool(self, function):
        self.tools.append((function, True))
        return function

    def tool_plain(self, function):
        self.tools.append((function, False))
        return function

    def run_sync(self, _prompt, deps=None):
        for function, wants_context in self.tools:
            names = list(inspect.signature(function).parameters)[int(wants_context) :]
            context = (RunContext(deps),) if wants_context else ()
            function(*context, *[name for name in names])
