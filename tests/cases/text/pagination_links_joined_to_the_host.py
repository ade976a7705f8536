"""Response links, next pages by full URL or by path, an iterator protocol, a while-else, itertools.chain of generators."""
from itertools import chain
from urllib.parse import urljoin

import requests

ROOT = "https://api.attio.com"
s = requests.Session()


def by_link(path):
    url = urljoin(ROOT, path)
    while url:
        page = s.get(url).json()
        yield from page["data"]
        url = page.get("next") and urljoin(ROOT, page["next"])


def by_cursor(path, **params):
    while True:
        page = s.get(f"{ROOT}{path}", params=params).json()
        yield from page["data"]
        if not (cursor := page.get("pagination", {}).get("next_cursor")):
            break
        params["cursor"] = cursor


for item in chain(by_link("/v2/notes"), by_cursor("/v2/meetings", limit=50)):  # call: GET /v2/notes # call: GET /v2/meetings
    print(item)
