# sends: nothing
# near: only compared with Attio's host
import requests


def get(url):
    if "attio.com" in url:
        raise ValueError("use the SDK")
    return requests.get(url)


def safe(url):
    if not url.startswith("https://api.hubapi.com"):
        return None
    return requests.get(url)


def main():
    get("https://api.hubapi.com/x")
    try:
        get("https://api.attio.com/v2/notes")
    except ValueError:
        pass
    safe("https://api.attio.com/v2/tasks")
    safe("https://api.hubapi.com/y")


main()
