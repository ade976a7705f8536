import requests

BASE = "https://api.attio.com/v2"


def other_vendor():
    BASE = "https://api.example.com/v2"
    return requests.get(BASE + "/notes")


def attio():
    return requests.get(BASE + "/notes")  # call: GET /v2/notes


def parameter(BASE):
    return requests.get(BASE + "/notes")


parameter("https://api.example.com")
