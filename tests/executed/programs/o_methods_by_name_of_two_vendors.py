# sends: GET /v2/lists
# near: the same method by name on either vendor's object
# argv: read
import sys

import requests


class Attio:
    def read(self):
        return requests.get("https://api.attio.com/v2/lists")


class Monday:
    def read(self):
        return requests.get("https://api.monday.com/v2/boards")


for vendor in (Attio(), Monday()):
    getattr(vendor, sys.argv[1])()
