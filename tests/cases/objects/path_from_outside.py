"""The path is a parameter all the way out, and read from the command line once: unresolved there."""
import sys

import requests


class Attio:
    def get(self, path):
        return requests.get("https://api.attio.com/v2" + path)


Attio().get("/objects")  # call: GET /v2/objects
Attio().get(sys.argv[1])  # unresolved
