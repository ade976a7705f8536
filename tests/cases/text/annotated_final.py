from typing import Final

import requests

BASE_URL: Final[str] = "https://api.attio.com/v2"
SELF_URL: Final = f"{BASE_URL}/self"


def run() -> dict:
    return requests.get(SELF_URL).json()  # call: GET /v2/self
