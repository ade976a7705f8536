"""Validation of methods and paths before sending: upper(), strip, startswith, in-sets, assertion, regex check, logging of the URL."""
import logging
import re

import requests

ALLOWED = {"GET", "POST", "PUT", "PATCH", "DELETE"}
BASE_URL = "https://api.attio.com/v2"
log = logging.getLogger(__name__)


def _normalise(endpoint: str) -> str:
    endpoint = endpoint.strip()
    if endpoint.startswith(BASE_URL):
        endpoint = endpoint[len(BASE_URL):]
    if not endpoint.startswith("/"):
        endpoint = "/" + endpoint
    return re.sub(r"/+$", "", endpoint) or "/"


def normalise_simple(endpoint: str) -> str:
    if endpoint.startswith("http"):
        return endpoint
    return f"{BASE_URL}/{endpoint.lstrip('/')}"


def request(method: str, endpoint: str, **kwargs):
    method = method.strip().upper()
    assert method in ALLOWED, method
    if method not in ALLOWED:
        raise ValueError(method)
    url = normalise_simple(endpoint)
    log.debug("%s %s", method, url)
    return requests.request(method, url, **kwargs)


def request_re(method, endpoint):
    return requests.request(method, BASE_URL + _normalise(endpoint))


request("get ", "lists")  # call: GET /v2/lists
request("POST", "/tasks", json={})  # call: POST /v2/tasks
request("GET", "https://api.attio.com/v2/self")  # call: GET /v2/self
request("GET", "https://api.example.com/v2/self")
request_re("GET", "lists/")  # unresolved: a regular expression
