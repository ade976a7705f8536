# expects nothing
import requests


class Attio:
    def send(self, verb, path):
        return requests.request(verb, "https://api.attio.com/v2" + path)
