"""A client as a library. What fits the reference is resolved, what fits nothing is told as such, what only a caller knows is unresolved."""
import requests


class Attio:
    base = "https://api.attio.com/v2"

    def _request(self, verb, tail, **more):
        return requests.request(verb, f"{self.base}/{tail.lstrip('/')}", **more)

    def record(self, slug, key):
        return self._request("GET", f"/objects/{slug}/records/{key}")  # call: GET /v2/objects/{object}/records/{record_id}

    def search(self, slug):
        return self._request("GET", f"/objects/{slug}/search")  # unknown

    def drop(self, slug):
        return self._request("DELETE", f"/objects/{slug}/forever")  # unknown
