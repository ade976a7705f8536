import os
from urllib.parse import urljoin

import requests


def pages(url, headers):
    offset = 0
    while True:
        data = requests.get(url, headers=headers, params={"limit": 1, "offset": offset}).json()["data"]
        if not data:
            break
        yield data
        offset += len(data)


headers = {"Authorization": f"Bearer {os.environ['ATTIO_TOKEN']}"}
address = urljoin("https://api.attio.com/v2/", "webhooks")
assert sum(len(page) for page in pages(address, headers)) == 3
