"""Pagination inside the client: the path is the caller's."""
import requests


class Attio:
    base = "https://api.attio.com/v2"

    def _post(self, path, body):
        response = requests.post(f"{self.base}{path}", json=body)
        response.raise_for_status()
        return response.json()

    def paginate(self, path, body, page_size=500):
        offset = 0
        while True:
            data = self._post(path, {**body, "limit": page_size, "offset": offset})["data"]
            yield from data
            if len(data) < page_size:
                return
            offset += page_size

    def companies(self):
        yield from self.paginate("/objects/companies/records/query", {})  # call: POST /v2/objects/{object}/records/query
