"""Lambda expressions that stand in a statement which says Attio; whoever calls them says nothing of it."""
from functools import partial

import httpx
import requests

ask = lambda method, path: requests.request(method, "https://api.attio.com/v2" + path)
fixed = partial(lambda method, path: requests.request(method, "https://api.attio.com/v2" + path), "GET")
TABLE = {
    "hooks": lambda path: httpx.delete("https://api.attio.com/v2" + path),
    "notes": lambda: httpx.get("https://api.attio.com/v2/notes"),  # call: GET /v2/notes
}
chosen = (lambda: lambda path: httpx.post("https://api.attio.com/v2" + path))()


class Client:
    send = staticmethod(lambda method, path: httpx.request(method, "https://api.attio.com/v2" + path))


def one():
    ask("DELETE", "/webhooks/1")  # call: DELETE /v2/webhooks/{webhook_id}


def two():
    fixed("/lists")  # call: GET /v2/lists


def three():
    TABLE["hooks"]("/webhooks/1")  # call: DELETE /v2/webhooks/{webhook_id}


def four():
    chosen("/tasks")  # call: POST /v2/tasks


def five():
    Client.send("GET", "/objects")  # call: GET /v2/objects


def hand_on(function):
    function("GET", "/workspace_members")  # call: GET /v2/workspace_members


def six():
    hand_on(ask)
