# sends: GET /v2/lists
# near: a cache with get, set and delete whose keys are addresses
import requests


class Cache:
    def __init__(self):
        self.kept = {}

    def get(self, key):
        return self.kept.get(key)

    def set(self, key, value):
        self.kept[key] = value

    def delete(self, key):
        self.kept.pop(key, None)


cache = Cache()
url = "https://api.attio.com/v2/lists"
if cache.get(url) is None:
    cache.set(url, requests.get(url).json())
cache.delete("https://api.attio.com/v2/notes")
