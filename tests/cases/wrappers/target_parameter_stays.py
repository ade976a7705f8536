import requests

BASE = "https://api.attio.com/v2"


def attributes(target, identifier):
    return requests.get(f"{BASE}/{target}/{identifier}/attributes").json()  # call: GET /v2/{target}/{identifier}/attributes


attributes("objects", "people")
attributes("lists", "deals")
