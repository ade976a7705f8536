# sends: DELETE /v2/webhooks/{webhook_id}
import functools

import requests


def twice(function):
    @functools.wraps(function)
    def inner(url, more=False):
        if more:
            function(url, more)
        return function(url)

    return inner


@twice
def a(url, more=False):
    return requests.delete(url)


@twice
def b(url, more=False):
    return a(url, more)


@twice
def c(url, more=False):
    return b(url, more)


@twice
def d(url, more=False):
    return c(url, more)


@twice
def e(url, more=False):
    return d(url, more)


@twice
def f(url, more=False):
    return e(url, more)


f("https://api.attio.com/v2/webhooks/1")
