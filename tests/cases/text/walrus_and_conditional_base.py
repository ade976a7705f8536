"""A base that is picked by a flag or the environment; a sandbox beside it."""
import os

import requests

DEBUG = os.environ.get("DEBUG") == "1"
BASE = "http://localhost:9000/v2" if DEBUG else "https://api.attio.com/v2"
if os.getenv("ATTIO_REGION", "us") == "eu":
    ROOT = "https://api.attio.com/v2"
else:
    ROOT = "https://api.attio.com/v2/"
URL = os.environ["ATTIO_URL"] if "ATTIO_URL" in os.environ else "https://api.attio.com/v2"
try:
    from local_settings import ATTIO_HOST
except ImportError:
    ATTIO_HOST = "https://api.attio.com"


def a():
    return requests.get(f"{BASE}/lists")  # call: GET /v2/lists


def b():
    return requests.get(f"{ROOT.rstrip('/')}/objects")  # call: GET /v2/objects


def c():
    return requests.get(URL + "/notes")  # call: GET /v2/notes


def d():
    return requests.get(f"{ATTIO_HOST}/v2/tasks")  # call: GET /v2/tasks


def e(base: str | None = None):
    if (url := base or URL) and not url.endswith("/"):
        url += "/"
    return requests.get(url + "self")  # call: GET /v2/self
