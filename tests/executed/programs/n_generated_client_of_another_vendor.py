# sends: nothing
# near: the generated client's host is another vendor's
import requests


class Configuration:
    host = "https://api.attio.example.org"


class ApiClient:
    def serialize(self, method, path):
        return method, Configuration.host + path

    def call(self, method, url):
        return requests.request(method, url)


client = ApiClient()
client.call(*client.serialize("GET", "/v2/notes"))
