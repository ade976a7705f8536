import os

import requests

HEADERS = {"Authorization": "Bearer " + os.environ["ATTIO_TOKEN"]}


def send(method, *parts):
    return requests.request(method, "https://api.attio.com/v2" + "".join(parts), headers=HEADERS)
