"""The request method is inherited."""
import requests


class ApiBase:
    base_url = ""

    def _request(self, method, path, **kwargs):
        url = self.base_url + path
        return requests.request(method, url, **kwargs)


class Attio(ApiBase):
    base_url = "https://api.attio.com/v2"

    def objects(self):
        return self._request("GET", "/objects")  # call: GET /v2/objects


class Apollo(ApiBase):
    base_url = "https://api.apollo.io/v1"

    def objects(self):
        return self._request("GET", "/objects")
