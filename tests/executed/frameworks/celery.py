"""As much of celery as the programs of tests/executed use: tasks that run at once. Never the library itself."""


class Celery:
    """An application."""

    def __init__(self, *_args, **_more):
        pass

    def task(self, *args, **more):
        def made(function):
            return Task(function, more.get("bind", False))

        return made(args[0]) if args and callable(args[0]) else made


class Task:
    """A function that can be delayed."""

    def __init__(self, function, bind):
        self.function, self.bind = function, bind

    def __call__(self, *args, **kwargs):
        return self.function(*((self,) if self.bind else ()), *args, **kwargs)

    def delay(self, *args, **kwargs):
        return self(*args, **kwargs)

    def apply_async(self, args=(), kwargs=None, **_more):
        return self(*args, **(kwargs or {}))

    def s(self, *args, **kwargs):
        return lambda: self(*args, **kwargs)
