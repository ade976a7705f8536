# sends: GET /v2/self
# near: a library of the same shape for another vendor
# argv: contact
import sys

import requests


class Hub:
    def _request(self, verb, path):
        return requests.request(verb, "https://api.hubapi.com/" + path)

    def contact(self, key="1"):
        return self._request("GET", f"objects/contacts/{key}")

    def search(self, slug):
        return self._request("GET", f"objects/{slug}/search")


getattr(Hub(), sys.argv[1])()
requests.get("https://api.attio.com/v2/self")
