# sends: GET /v2/notes
# near: one of the requests is another vendor's
import requests

_orig = requests.get


def get(url, **kw):
    if url.startswith("/"):
        url = "https://api.attio.com/v2" + url
    return _orig(url, **kw)


requests.get = get


def main():
    requests.get("/notes")
    requests.get("https://api.stripe.com/v1/charges")


main()
