# sends: GET /v2/notes
# near: the address set on one object is not the other's
import requests


class Endpoint:
    def __init__(self):
        self.base = "https://api.hubapi.com"

    def fetch(self, tail):
        return requests.get(self.base + tail)


crm = Endpoint()
crm.base = "https://api.attio.com/v2"
crm.fetch("/notes")
Endpoint().fetch("/owners")
