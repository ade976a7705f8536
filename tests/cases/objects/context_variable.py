from contextvars import ContextVar
import httpx

_default = ContextVar("attio", default=httpx.AsyncClient(base_url="https://api.attio.com/v2"))


async def notes():
    return await _default.get().get("/notes")  # call: GET /v2/notes


_current = ContextVar("github")
_current.set(httpx.Client(base_url="https://api.github.com"))
_mine = ContextVar("mine", default=None)


def start():
    _mine.set(httpx.Client(base_url="https://api.attio.com/v2"))


def tasks():
    _current.get().get("/tasks")
    return _mine.get().get("/tasks")  # call: GET /v2/tasks
