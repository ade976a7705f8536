import requests
from . import core


def send(method, path):
    return requests.request(method, core.BASE + path)
