# expects nothing
class FakeResponse:
    status_code = 200

    def json(self):
        return {"data": []}


class FakeSession:
    """Stands in for requests.Session."""

    base_url = "https://api.attio.com/v2"

    def __init__(self):
        self.seen = []

    def get(self, url, **kwargs):
        self.seen.append(("GET", url))
        return FakeResponse()

    def request(self, method, url, **kwargs):
        self.seen.append((method, url))
        return FakeResponse()


def check(monkeypatch):
    fake = FakeSession()
    monkeypatch.setattr("requests.get", fake.get)
    fake.get("https://api.attio.com/v2/lists")
    fake.request("POST", "https://api.attio.com/v2/notes")
    assert fake.seen
