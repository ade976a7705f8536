# sends: GET /v2/notes
import requests


class Client:
    base = "https://api.hubapi.com"

    def get(self, path):
        return requests.get(self.base + path)


def put(owner, name, value):
    setattr(owner, name, value)


client = Client()
put(client, "base", "https://api.attio.com/v2")
client.get("/notes")
Client().get("/contacts")
