"""Settings in a NamedTuple and in a SimpleNamespace."""
from types import SimpleNamespace
from typing import NamedTuple

import requests


class Site(NamedTuple):
    token: str
    base: str = "https://api.attio.com/v2"


site = Site(token="t")
conf = SimpleNamespace(base="https://api.attio.com/v2", other="https://api.github.com")

requests.get(site.base + "/lists")  # call: GET /v2/lists
requests.get(conf.base + "/notes")  # call: GET /v2/notes
requests.get(conf.other + "/notes")
