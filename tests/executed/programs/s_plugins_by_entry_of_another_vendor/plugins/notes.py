import requests


def run(base):
    requests.get(base + "/notes")
