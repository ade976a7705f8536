# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
import requests


def auth(nxt):
    def call(verb, path, **kw):
        kw["headers"] = {"a": "b"}
        return nxt(verb, path, **kw)

    return call


def base(nxt):
    def call(verb, path, **kw):
        return nxt(verb, "https://api.hubapi.com/v2" + path, **kw)

    return call


handler = requests.request
for m in (auth, base):
    handler = m(handler)


def main():
    assert "https://api.attio.com/v2/notes"
    handler("GET", "/notes")


main()
