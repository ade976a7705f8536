"""Client and path both come from the caller: the caller's line is the site."""
import httpx


def fetch_all(client, path):
    page = client.get(path).json()
    return page["data"]


def main():
    with httpx.Client(base_url="https://api.attio.com/v2") as attio, httpx.Client(base_url="https://api.example.org") as erp:
        fetch_all(erp, "/webhooks")
        fetch_all(attio, "/webhooks")  # call: GET /v2/webhooks
