# sends: GET /v2/objects, GET /v2/lists, GET /v2/notes
# may: GET /v2/objects, GET /v2/lists, GET /v2/notes
# argv: o l n
import sys

import requests

API = "https://api.attio.com/v2"


def run(words):
    path = None
    for word in words:
        if path is not None:
            requests.get(API + path)
        if word == "o":
            path = "/objects"
        elif word == "l":
            path = "/lists"
        else:
            path = "/notes"
    requests.get(API + path)


run(sys.argv[1:])
