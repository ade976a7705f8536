import requests


def http(method, url, **kwargs):
    return requests.request(method, url, **kwargs)
