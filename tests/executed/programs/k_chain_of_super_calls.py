# sends: GET /v2/objects/{object}/records/{record_id}, POST /v2/objects/{object}/records/query
import requests


class Base:
    base_url = "https://api.attio.com/v2"

    def build(self, path):
        return self.base_url + path

    def call(self, method, path, **kw):
        return requests.request(method, self.build(path), **kw)


class Versioned(Base):
    def build(self, path):
        return super().build("/objects" + path)


class Logged(Base):
    def call(self, method, path, **kw):
        print(method, path)
        return super().call(method, path, **kw)


class Cached(Base):
    def call(self, method, path, **kw):
        if method == "GET":
            return super().call(method, path, **kw)
        return super().call("POST", path + "/query", **kw)


class People(Logged, Cached, Versioned):
    def one(self, i):
        return self.call("GET", f"/people/records/{i}")

    def find(self):
        return self.call("SEARCH", "/people/records")


def main():
    p = People()
    p.one("x")
    p.find()


main()
