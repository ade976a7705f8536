import requests


def attio(path, method="GET", **kwargs):
    return requests.request(method, "https://api.attio.com/v2/" + path, **kwargs)
