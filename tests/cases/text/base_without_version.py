import requests

API_HOST = "https://api.attio.com"


def objects():
    return requests.get(f"{API_HOST}/v2/objects")  # call: GET /v2/objects


def views(slug):
    return requests.get(f"{API_HOST}/v2/objects/{slug}/views")  # call: GET /v2/objects/{object}/views
