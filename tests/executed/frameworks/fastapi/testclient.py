"""Calls the routes of an application, as fastapi's test client does."""

import asyncio
import contextlib

from fastapi import BackgroundTasks, Request, call, find, settle


class TestClient:
    """A client of an application of this process."""

    __test__ = False

    def __init__(self, app):
        self.app = app

    def request(self, method, path, json=None):
        return asyncio.run(self._request(method, path, json))

    async def _request(self, method, path, json):
        function, given = find(self.app, method, path)
        async with contextlib.AsyncExitStack() as stack:
            if self.app.lifespan:
                state = await stack.enter_async_context(self.app.lifespan(self.app))
                self.app.state.__dict__.update(state or {})
            for started in self.app.started:
                await settle(started())
            tasks = BackgroundTasks()
            answer = await call(function, self.app, Request(self.app), {**given, **({"body": json} if json is not None else {})}, tasks)
            for task, args, kwargs in tasks.tasks:
                await settle(task(*args, **kwargs))
        return answer

    def get(self, path):
        return self.request("GET", path)

    def post(self, path, json=None):
        return self.request("POST", path, json)

    def delete(self, path):
        return self.request("DELETE", path)
