"""What nobody is seen to call, beside calls of the same wrapper that are known: who writes a part of the path asks for something else."""
import requests


def read(path):
    return requests.get("https://api.attio.com/v2" + path)


def of_a_kind(kind):
    return read(f"/{kind}/a3")  # unresolved: sets `kind`


def each(kind):
    yield read(f"/{kind}/a1")  # unresolved: sets `kind`


short = lambda kind: read(f"/{kind}/a4")  # unresolved: sets `kind`


def straight_on(path):  # a wrapper that nobody needs
    return read(path)


read("/self")  # call: GET /v2/self
