# sends: GET /v2/notes
import requests


def auth(nxt):
    def call(verb, path, **kw):
        kw["headers"] = {"a": "b"}
        return nxt(verb, path, **kw)

    return call


def base(nxt):
    def call(verb, path, **kw):
        return nxt(verb, "https://api.attio.com/v2" + path, **kw)

    return call


handler = requests.request
for m in (auth, base):
    handler = m(handler)


def main():
    handler("GET", "/notes")


main()
