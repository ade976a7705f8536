import os

import requests

HEADERS = {"Authorization": f"Bearer {os.environ['ATTIO_TOKEN']}"}

who = requests.get("https://api.attio.com/v2/self", headers=HEADERS, timeout=10)
assert who.json()["active"]
requests.get("https://api.attio.com/v2/objects", headers=HEADERS, timeout=10).raise_for_status()
requests.post(
    "https://api.attio.com/v2/objects",
    headers=HEADERS,
    json={"data": {"api_slug": "ships", "singular_noun": "Ship", "plural_noun": "Ships"}},
    timeout=10,
).raise_for_status()
