# sends: GET /v2/objects/{object}/records/{record_id}, GET /v2/objects/people/search, DELETE /v2/objects/people/1
# may: DELETE /v2/objects/{object}, GET /v2/objects/{*
# may be unresolved
import requests


class Attio:
    """What other programs import."""

    def _request(self, verb, path):
        return requests.request(verb, "https://api.attio.com/v2/" + path.strip("/"))

    def record(self, slug, key):
        return self._request("GET", f"objects/{slug}/records/{key}")

    def search(self, slug):
        return self._request("GET", f"objects/{slug}/search")

    def remove(self, slug, key):
        return self._request("DELETE", f"objects/{slug}/{key}")


if __name__ == "__main__":
    attio = Attio()
    attio.record("people", "1")
    attio.search("people")
    attio.remove("people", "1")
