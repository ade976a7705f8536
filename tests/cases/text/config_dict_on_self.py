from urllib.parse import urljoin

import requests

DEFAULTS = {"base_url": "https://api.attio.com/v2/"}


class Sync:
    def __init__(self, config=None):
        self.config = config or DEFAULTS

    def pull(self):
        endpoint = "objects/deals/records/query"
        return requests.post(urljoin(self.config["base_url"], endpoint), json={})  # call: POST /v2/objects/{object}/records/query
