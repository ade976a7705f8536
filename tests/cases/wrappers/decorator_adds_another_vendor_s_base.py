import requests


def with_base(base):
    def decorate(function):
        def inner(tail):
            return function(base + tail)

        return inner

    return decorate


@with_base("https://api.attio.com/v2")
def attio(url):
    return requests.get(url)


@with_base("https://api.github.com")
def github(url):
    return requests.get(url)


attio("/lists")  # call: GET /v2/lists
github("/lists")
