import requests


class Rest:
    def __init__(self, root, headers=None):
        self.root = root
        self.session = requests.Session()
        self.session.headers.update(headers or {})

    def _do(self, method, path, **kwargs):
        return self.session.request(method, f"{self.root}{path}", **kwargs)

    def get(self, path, **params):
        return self._do("GET", path, params=params)

    def post(self, path, body):
        return self._do("POST", path, json=body)
