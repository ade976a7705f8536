"""The base URL is set on the object after it was made."""
import requests


class Client:
    base_url = None

    def get(self, path):
        return requests.get(f"{self.base_url}{path}")


client = Client()
client.base_url = "https://api.attio.com/v2"
client.get("/objects")  # call: GET /v2/objects
