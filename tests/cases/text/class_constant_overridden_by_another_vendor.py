import requests


class Api:
    BASE = "https://api.example.com"


class Attio(Api):
    BASE = "https://api.attio.com/v2"


class Other(Api):
    pass


def run():
    requests.get(Attio.BASE + "/self")  # call: GET /v2/self
    requests.get(Other.BASE + "/self")
    requests.get(Api.BASE + "/self")
