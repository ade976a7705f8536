import requests


def list_objects(base="https://api.attio.com/v2"):
    return requests.get(f"{base}/objects")  # call: GET /v2/objects
