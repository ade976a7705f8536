# sends: GET /v2/emails, GET /v2/files
import requests

BASE = "https://api.attio.com/v2"


def pages(kinds):
    try:
        for kind in kinds:
            yield requests.get(f"{BASE}/{kind}")
    finally:
        requests.get(f"{BASE}/files")


def first():
    for page in pages(["emails", "emails"]):
        return page


first()
