import requests


def fetch(root, tail):
    return requests.get(f"{root}/{tail}")
