import os

import requests

HEADERS = {"Authorization": f"Bearer {os.environ['ATTIO_TOKEN']}"}


def ask(method, path):
    return requests.request(method, "https://api.attio.com/v2" + path, headers=HEADERS)


def remove(path, **options):
    return ask("DELETE", path)


def read(path, **options):
    return ask("GET", path)
