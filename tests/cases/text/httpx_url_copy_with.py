"""URL objects: httpx, yarl, furl, urllib parts."""
from urllib.parse import urlsplit, urlunsplit

import httpx
import requests
from furl import furl
from yarl import URL

ROOT = httpx.URL("https://api.attio.com/v2/")
YARL = URL("https://api.attio.com") / "v2"


def one():
    return httpx.get(ROOT.join("lists"))  # call: GET /v2/lists


def two():
    return httpx.get(ROOT.copy_with(path="/v2/objects"))  # call: GET /v2/objects


def three(note):
    return httpx.get(str(YARL / "notes" / note))  # call: GET /v2/notes/{note_id}


def four():
    return httpx.get(str(YARL.joinpath("tasks").with_query(limit=5)))  # call: GET /v2/tasks


def five(slug):
    url = furl("https://api.attio.com/v2") / "objects" / slug / "records" / "query"
    return requests.post(url.url, json={})  # call: POST /v2/objects/{object}/records/query


def six():
    return requests.get(urlunsplit(("https", "api.attio.com", "/v2/webhooks", "limit=10", "")))  # call: GET /v2/webhooks


def seven():
    url = httpx.URL(scheme="https", host="api.attio.com", path="/v2/self")
    return httpx.get(url)  # call: GET /v2/self
