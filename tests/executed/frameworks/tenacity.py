"""As much of tenacity as the programs of tests/executed use. Never the library itself."""

import functools


def stop_after_attempt(count):
    return count


def wait_exponential(**_more):
    return None


def retry_if_exception_type(kind):
    return kind


def retry(*args, stop=3, **_more):
    def made(function):
        @functools.wraps(function)
        def inner(*more, **named):
            for attempt in range(stop):
                try:
                    return function(*more, **named)
                except Exception:
                    if attempt == stop - 1:
                        raise
            return None

        return inner

    return made(args[0]) if args else made
