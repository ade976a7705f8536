import requests


def make_client(token, base="https://api.attio.com/v2"):
    def call(method, path, **kwargs):
        return requests.request(method, base + path, headers={"Authorization": token}, **kwargs)

    return call


api = make_client("token")
other = make_client("token", "https://api.example.com")

api("GET", "/lists")  # call: GET /v2/lists
other("GET", "/lists")
