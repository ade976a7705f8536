import requests

BASE = "https://api.attio.com/v2"


class Client:
    def __getattr__(self, name):
        def send(path, **kwargs):
            return requests.request(name.upper(), BASE + path, **kwargs)

        return send


client = Client()
client.get("/lists")  # call: GET /v2/lists
