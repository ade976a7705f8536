import requests


class Client:
    BASE = "https://api.attio.com/v2"

    def __init__(self, cache=None):
        self._cache = cache or {}
        self.etags = {}

    def get(self, path):
        url = self.BASE + path
        if self._cache.get(url) and self.etags.get(url):
            return self._cache[url]
        response = requests.get(url)
        self._cache[url] = response.json()
        return self._cache[url]


Client().get("/objects")  # call: GET /v2/objects
