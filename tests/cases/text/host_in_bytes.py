"""The address stands in a bytes literal, and nowhere else in the file."""
import requests

ROOT = b"https://api.attio.com/v2"
OTHER = b"https://api.example.com/v2"


def people():
    return requests.get(ROOT.decode() + "/objects/people")  # call: GET /v2/objects/{object}


def elsewhere():
    return requests.get(OTHER.decode() + "/objects/people")
