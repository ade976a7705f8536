"""A mock in place of the client: what the client itself would send is told where it stands, as nobody else calls it."""
from unittest.mock import MagicMock, patch

import requests


class Attio:
    def get(self, path):
        return requests.get("https://api.attio.com/v2" + path)  # unresolved


def check():
    client = MagicMock(spec=Attio)
    client.get("/objects")
    client.get.assert_called_once_with("/objects")
    with patch("requests.get") as get:
        get("https://api.attio.com/v2/objects")
