# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
import requests


class Path:
    def __init__(self, session, url):
        self._s = session
        self._url = url

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Path(self._s, f"{self._url}/{name}")

    def __getitem__(self, key):
        return Path(self._s, f"{self._url}/{key}")

    def __call__(self, method="GET", **kw):
        return self._s.request(method, self._url, **kw)


def main():
    assert "https://api.attio.com/v2/notes"
    api = Path(requests.Session(), "https://api.github.com/v2")
    api.notes()
    api.objects["people"].records.query("POST", json={})
    api.objects.companies.records["123"]("PATCH", json={})
    api.webhooks["9"](method="DELETE")


main()
