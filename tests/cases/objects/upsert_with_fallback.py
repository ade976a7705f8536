"""Create, and update after a conflict."""
import requests


class Attio:
    def __init__(self, token):
        self.s = requests.Session()
        self.s.headers.update({"Authorization": "Bearer " + token})
        self.root = "https://api.attio.com/v2/objects/{}/records"

    def save(self, slug, values):
        url = self.root.format(slug)
        try:
            response = self.s.post(url, json=values)  # call: POST /v2/objects/{object}/records
            response.raise_for_status()
        except requests.HTTPError:
            existing = self.s.post(url + "/query", json={}).json()["data"]  # call: POST /v2/objects/{object}/records/query
            record_id = existing[0]["id"]["record_id"]
            response = self.s.patch(f"{url}/{record_id}", json=values)  # call: PATCH /v2/objects/{object}/records/{record_id}
        return response
