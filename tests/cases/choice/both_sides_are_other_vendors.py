# expects nothing
import requests

ATTIO_APP = "https://app.attio.com/acme"


def send(body, first=True):
    url = "https://api.one.example/v2/notes" if first else "https://api.two.example/v2/notes"
    print("see", ATTIO_APP)
    return requests.post(url, json=body)
