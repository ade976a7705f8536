# sends: GET /v2/notes
# near: the same object goes to another vendor before and after
import requests


class Client:
    base = "https://api.hubapi.com"

    def get(self, path):
        return requests.get(self.base + path)


def job(client):
    client.get("/contacts")
    client.base = "https://api.attio.com/v2"
    client.get("/notes")
    client.base = "https://api.hubapi.com"
    client.get("/companies")


job(Client())
