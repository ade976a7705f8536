# sends: nothing
# near: the host is in a list of hosts that are let through
from urllib.parse import urlsplit

import requests

ALLOWED = ("https://api.attio.com", "https://api.example.org")


def fetch(url):
    if not url.startswith(ALLOWED):
        raise ValueError(url)
    assert urlsplit(url).scheme == "https"
    return requests.get(url)


fetch("https://api.example.org/v2/notes")
