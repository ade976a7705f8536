"""The end of a list of the module is where requests go, and functions put addresses there for a while."""

import requests

HOSTS = ["https://api.hubapi.com"]
OTHERS = ["https://api.hubapi.com"]


def get(path: str):
    return requests.get(HOSTS[-1] + path, timeout=5)


def get_other(path: str):
    return requests.get(OTHERS[-1] + path, timeout=5)


def attio() -> None:
    HOSTS.append("https://api.attio.com/v2")
    get("/notes")  # unresolved: the items of the list change from call to call
    HOSTS.pop()


def others() -> None:
    OTHERS.append("https://api.stripe.com")
    get_other("/notes")
    OTHERS.pop()


attio()
others()
