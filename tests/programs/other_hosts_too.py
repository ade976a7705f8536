import os

import requests

ATTIO = "https://api.attio.com/v2"
OTHER = "https://crm.example.com/v2"


def both(path):
    for base, name in ((ATTIO, "ATTIO_TOKEN"), (OTHER, "OTHER_TOKEN")):
        if name in os.environ:
            requests.get(base + path, headers={"Authorization": f"Bearer {os.environ[name]}"}).raise_for_status()


both("/lists")
