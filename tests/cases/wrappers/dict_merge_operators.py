"""Request arguments from merged dicts."""
from collections import ChainMap

import requests

DEFAULTS = {"method": "GET", "timeout": 10}
BASE = "https://api.attio.com/v2"


def send(path, **options):
    request = DEFAULTS | {"url": BASE + path} | options
    return requests.request(**request)


def send_spread(path, options=None):
    return requests.request(**{**DEFAULTS, "url": BASE + path, **(options or {})})


def send_updated(path, verb="GET"):
    request = dict(DEFAULTS)
    request["url"] = BASE + path
    request.update(method=verb)
    return requests.request(**request)


send("/lists")  # call: GET /v2/lists
send("/notes", method="POST", json={})  # call: POST /v2/notes
send_spread("/objects")  # call: GET /v2/objects
send_spread("/tasks", {"method": "POST"})  # call: POST /v2/tasks
send_updated("/webhooks")  # call: GET /v2/webhooks
send_updated("/webhooks/1", verb="DELETE")  # call: DELETE /v2/webhooks/{webhook_id}
settings = ChainMap({"url": BASE + "/self"}, DEFAULTS)
requests.request(settings["method"], settings["url"])  # call: GET /v2/self
