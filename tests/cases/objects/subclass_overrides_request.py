import httpx


class Base:
    def _request(self, method, path, **kw):
        return self.http.request(method, path, **kw)

    def get(self, path, **kw):
        return self._request("GET", path, **kw)

    def post(self, path, **kw):
        return self._request("POST", path, **kw)


class Attio(Base):
    def __init__(self):
        self.http = httpx.Client(base_url="https://api.attio.com")

    def _request(self, method, path, **kw):
        return super()._request(method, f"/v2/{path}", **kw)

    def lists(self):
        return self.get("lists")  # call: GET /v2/lists


class Other(Base):
    def __init__(self):
        self.http = httpx.Client(base_url="https://api.other.com")

    def lists(self):
        return self.get("/lists")


Attio().post("notes", json={})  # call: POST /v2/notes
