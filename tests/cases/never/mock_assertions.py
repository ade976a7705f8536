# expects nothing
from unittest.mock import patch

URL = "https://api.attio.com/v2/lists"


def check(run):
    with patch("requests.get") as get, patch("crm.client.requests.post") as post:
        get.return_value.json.return_value = {"data": []}
        run()
        get.assert_called_once_with(URL, timeout=10)
        post.assert_any_call("https://api.attio.com/v2/notes", json={})
