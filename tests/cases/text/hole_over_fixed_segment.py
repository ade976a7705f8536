import requests

BASE = "https://api.attio.com/v2"


def read():
    kind = input("objects or lists? ")
    # Both templates of `attributes` take any target; a bare resource could be either.
    requests.get(f"{BASE}/{kind}/deals/attributes")  # call: GET /v2/{target}/{identifier}/attributes
    requests.get(f"{BASE}/{kind}")  # unresolved
