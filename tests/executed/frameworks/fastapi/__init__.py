"""As much of fastapi as the programs of tests/executed use: routes, dependencies, lifespan, state. Never the framework itself."""

import inspect
import re
from types import SimpleNamespace


class Depends:
    """A dependency that is called for each request."""

    def __init__(self, dependency=None):
        self.dependency = dependency


class Request:
    """A request: the application that it came to, and a state of its own."""

    def __init__(self, app):
        self.app, self.state = app, SimpleNamespace()


class BackgroundTasks:
    """Functions that are called after the answer."""

    def __init__(self):
        self.tasks = []

    def add_task(self, function, *args, **kwargs):
        self.tasks.append((function, args, kwargs))


class APIRouter:
    """Routes by method and path."""

    def __init__(self, prefix="", **_more):
        self.prefix, self.routes = prefix, []

    def _route(self, method, path):
        def register(function):
            self.routes.append((method, self.prefix + path, function))
            return function

        return register

    def get(self, path, **_more):
        return self._route("GET", path)

    def post(self, path, **_more):
        return self._route("POST", path)

    def delete(self, path, **_more):
        return self._route("DELETE", path)

    def include_router(self, router, prefix="", **_more):
        self.routes += [(method, prefix + path, function) for method, path, function in router.routes]


class FastAPI(APIRouter):
    """An application."""

    def __init__(self, lifespan=None, **_more):
        super().__init__()
        self.lifespan, self.state, self.started = lifespan, SimpleNamespace(), []
        self.dependency_overrides = {}

    def on_event(self, _name):
        return lambda function: self.started.append(function) or function


async def settle(value):
    """A value, awaited where it has to be."""
    return await value if inspect.isawaitable(value) else value


async def call(function, app, request, given, tasks):
    """Call a function as a route or dependency, with what its signature asks for."""
    function = app.dependency_overrides.get(function, function)
    arguments = {}
    for name, parameter in inspect.signature(function).parameters.items():
        wish = parameter.default
        for extra in getattr(parameter.annotation, "__metadata__", ()):
            wish = extra if isinstance(extra, Depends) else wish
        if isinstance(wish, Depends):
            arguments[name] = await call(wish.dependency or parameter.annotation, app, request, given, tasks)
        elif parameter.annotation in (Request, "Request"):
            arguments[name] = request
        elif parameter.annotation in (BackgroundTasks, "BackgroundTasks"):
            arguments[name] = tasks
        elif name in given:
            arguments[name] = given[name]
    value = await settle(function(**arguments))
    if inspect.isasyncgen(value):
        return await value.__anext__()
    return next(value) if inspect.isgenerator(value) else value


def find(app, method, path):
    """The function of a route, and what its path gives."""
    for its_method, template, function in app.routes:
        pattern = re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", template)
        found = re.fullmatch(pattern, path)
        if found and its_method == method:
            return function, found.groupdict()
    raise LookupError(f"{method} {path}")
