import requests

from crm.settings import BASE_URL


def request(method, path, **kwargs):
    return requests.request(method, BASE_URL + path, **kwargs)
