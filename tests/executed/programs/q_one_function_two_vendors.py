# sends: GET /v2/tasks, POST /v2/notes
# near: one call of the function is for another vendor
import requests


class Http:
    def __init__(self, base, auth=None):
        self.base, self.auth = base, auth

    def __call__(self, verb, path, **kw):
        return requests.request(verb, self.base + path, **kw)


attio, hub = Http("https://api.attio.com/v2"), Http("https://api.hubapi.com", auth="x")


def copy(src, dst, a, b):
    data = src("GET", a).json()
    dst("POST", b, json=data)


def main():
    copy(hub, attio, "/contacts", "/notes")
    copy(attio, hub, "/tasks", "/deals")


main()
