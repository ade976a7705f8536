"""A client reached through another object."""
import requests


class Client:
    def __init__(self, token):
        self.token = token
        self.base = "https://api.attio.com/v2"

    def _request(self, method, path):
        return requests.request(method, self.base + path)


class Users:
    def __init__(self, client):
        self.client = client


class App:
    def __init__(self):
        self.users = Users(Client("t"))

    def members(self):
        return self.users.client._request("GET", "/workspace_members")  # call: GET /v2/workspace_members


app = App()
app.users.client._request("DELETE", "/webhooks/w1")  # call: DELETE /v2/webhooks/{webhook_id}
