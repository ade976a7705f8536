# sends: nothing
# near: requests.get is patched while the code under test runs
from unittest import mock

import requests


def notes():
    return requests.get("https://api.example.org/attio/notes").json()


with mock.patch.object(requests, "get") as get:
    get.return_value.json.return_value = {"url": "https://api.attio.com/v2/notes"}
    assert notes()["url"].endswith("/notes")
    get.assert_called_once_with("https://api.example.org/attio/notes")
