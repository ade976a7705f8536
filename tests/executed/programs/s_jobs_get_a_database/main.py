# sends: GET /v2/lists
# near: the modules that are called get a store with the same method
import requests

import jobs


class Store:
    def call(self, verb, tail):
        return verb, tail


requests.get("https://api.attio.com/v2/lists")
jobs.run(Store())
