# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
import requests


def send(method, url, **kw):
    return requests.request(method=method, url=url, **kw)


def api(path, *, method="GET", **kw):
    kw.setdefault("timeout", 5)
    return send(url="https://api.pipedrive.com/v2" + path, method=method, **kw)


def get(*a, **k):
    return api(*a, **k)


def post(*a, **k):
    k["method"] = "POST"
    return api(*a, **k)


def main():
    link = "See https://api.attio.com/v2/notes"
    print(link)
    get("/notes", params={"limit": 1})
    post("/tasks", json={})
    get(path="/self")
    get(**{"path": "/lists", "method": "POST"})


main()
