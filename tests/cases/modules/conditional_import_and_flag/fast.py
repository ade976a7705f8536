import httpx


def fetch(path):
    return httpx.get("https://api.attio.com/v2" + path)
