"""The path grows in several steps."""
import requests


class Attio:
    api = "https://api.attio.com/v2"

    def find(self, slug, search=False, limit=None):
        endpoint = f"/objects/{slug}/records"
        if search:
            endpoint += "/query"
            return requests.post(self.api + endpoint, json={})  # call: POST /v2/objects/{object}/records/query
        endpoint += f"?limit={limit}"
        return requests.post(self.api + endpoint, json={})  # call: POST /v2/objects/{object}/records

    def attributes(self, target="objects", identifier="people", attribute=None):
        url = f"{self.api}/{target}/{identifier}/attributes"
        if attribute:
            url = f"{url}/{attribute}"
        return requests.get(url)  # call: GET /v2/{target}/{identifier}/attributes | GET /v2/{target}/{identifier}/attributes/{attribute}
