import requests


def send(method, address):
    return requests.request(method, address, timeout=10)
