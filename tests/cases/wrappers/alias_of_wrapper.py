import requests


class Client:
    base = "https://api.attio.com/v2"

    def request(self, method, path):
        return requests.request(method, self.base + path)

    call = request


client = Client()
send = client.request
shout = client.call

send("GET", "/lists")  # call: GET /v2/lists
shout("GET", "/objects")  # call: GET /v2/objects
