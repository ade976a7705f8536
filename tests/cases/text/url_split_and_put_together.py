"""A URL is taken apart and put together again: unpacked, by `_replace`, by its parts; for another host it is none."""
from urllib.parse import urlencode, urljoin, urlparse, urlsplit, urlunparse, urlunsplit

import requests

BASE = "https://api.attio.com/v2"


def with_query(url, **query):
    scheme, netloc, path, _, _ = urlsplit(url)
    return urlunsplit((scheme, netloc, path, urlencode(query), ""))


def replaced(url, **query):
    return urlparse(url)._replace(query=urlencode(query)).geturl()


def tuple_replaced(url, path):
    return urlunparse(urlparse(url)._replace(path=path))


def log(url, method="GET"):
    parts = urlparse(url)
    print(parts.netloc, parts.path)
    return requests.request(method, f"{parts.scheme}://{parts.netloc}{parts.path}")


requests.get(with_query(f"{BASE}/tasks", limit=5))  # call: GET /v2/tasks
requests.get(replaced(BASE + "/notes?limit=1", offset=2))  # call: GET /v2/notes
requests.get(tuple_replaced(BASE, "/v2/lists"))  # call: GET /v2/lists
log(f"{BASE}/webhooks")  # call: GET /v2/webhooks
log("https://api.example.com/v2/webhooks")
requests.get(with_query("https://api.example.com/v2/tasks", limit=5))
requests.get(urljoin(BASE, urlparse("https://example.com/v2/self").path))  # call: GET /v2/self
