import requests


class Http:
    BASE_URL: str

    def _call(self, method, path, **kwargs):
        return requests.request(method, self.BASE_URL + path, **kwargs)
