# sends: GET /v2/workspace_members
# near: a lookup in a cache whose key is the address
import requests

CACHE = {}


def cached(url):
    hit = CACHE.get(url)
    if hit is None:
        hit = CACHE[url] = requests.get(url).json()
    return hit


cached("https://api.attio.com/v2/workspace_members")
cached("https://api.attio.com/v2/workspace_members")
