import requests

BASE = "https://api.attio.com/v2"


def both():
    url = BASE + "/lists"
    lists = requests.get(url)  # call: GET /v2/lists
    url = BASE + "/objects"
    objects = requests.get(url)  # call: GET /v2/objects
    url = "https://api.example.com/objects"
    return lists, objects, requests.get(url)
