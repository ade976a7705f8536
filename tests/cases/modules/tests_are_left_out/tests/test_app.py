# expects nothing
import requests


def test_objects():
    requests.get("https://api.attio.com/v2/lists")
