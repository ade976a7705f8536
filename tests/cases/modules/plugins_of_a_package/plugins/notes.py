import requests


def run(base):
    requests.get(base + "/notes")  # call: GET /v2/notes


def never(base):
    requests.get(base + "/threads")
