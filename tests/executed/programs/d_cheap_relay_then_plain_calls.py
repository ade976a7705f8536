# sends: GET /v2/objects
# near: two stages only, the first for another vendor
import requests


def post(url, body):
    return requests.post(url, json=body)


def tell(url, body):
    post(url + "/audit", body)
    return post(url, body)


def main():
    tell("https://hooks.example.org/x", {"text": "begin"})
    requests.get("https://api.attio.com/v2/objects")


main()
