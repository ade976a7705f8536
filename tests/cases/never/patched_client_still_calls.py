from unittest.mock import patch

import requests


def lists():
    return requests.get("https://api.attio.com/v2/lists")  # call: GET /v2/lists


def check():
    with patch("requests.get", return_value={"data": []}):
        assert lists() == {"data": []}
