"""One generic client class, an instance for Attio and one for another vendor."""
import requests


class RestClient:
    def __init__(self, base_url, token):
        self.base_url = base_url
        self.token = token

    def get(self, path):
        return requests.get(self.base_url + path, headers={"Authorization": self.token})


attio = RestClient("https://api.attio.com/v2", "a")
pipedrive = RestClient("https://api.pipedrive.com/v1", "b")

attio.get("/objects")  # call: GET /v2/objects
pipedrive.get("/objects")
attio.get("/webhooks")  # call: GET /v2/webhooks
pipedrive.get("/webhooks")
