import requests


class Client:
    """Only `get` is Attio's; the namesakes of another object are not."""

    def get(self, path):
        return requests.get("https://api.attio.com/v2" + path)


class Cache:
    def get(self, key):
        return {}.get(key)


client = Client()
cache = Cache()

client.get("/lists")  # call: GET /v2/lists
cache.get("/lists")
{}.get("/lists")
