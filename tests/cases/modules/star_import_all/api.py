import requests

__all__ = ["fetch"]


def fetch(path):
    return requests.get("https://api.attio.com/v2" + path)


def _hidden(path):
    return requests.delete("https://api.attio.com/v2" + path)  # unresolved
