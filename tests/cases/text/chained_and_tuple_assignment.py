import requests

BASE, LIMIT = "https://api.attio.com/v2", 100
first = second = BASE + "/lists"


def run():
    requests.get(first)  # call: GET /v2/lists
    requests.post(second, json={})  # call: POST /v2/lists
