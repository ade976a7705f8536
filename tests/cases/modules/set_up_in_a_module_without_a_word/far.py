import requests

import transport


def send(method, path):
    return requests.request(method, transport.Settings.base + path)
