"""The base URL is an argument of the constructor with a default that nobody overrides."""
import requests


class Client:
    def __init__(self, token, base_url="https://api.attio.com/v2"):
        self.token = token
        self.base_url = base_url.rstrip("/")

    def call(self, method, path, payload=None):
        return requests.request(
            method,
            f"{self.base_url}/{path.lstrip('/')}",
            json=payload,
            headers={"Authorization": f"Bearer {self.token}"},
        )


client = Client("secret")
client.call("POST", "/tasks", {"data": {}})  # call: POST /v2/tasks
client.call("GET", "objects/people/attributes")  # call: GET /v2/{target}/{identifier}/attributes
