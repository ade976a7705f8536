import requests


def api(method, path, **options):
    return requests.request(method, "https://api.attio.com/v2" + path, **options)


REQUEST = {"method": "GET", "path": "/objects"}

api(**REQUEST)  # call: GET /v2/objects
api("GET", **{"path": "/lists"})  # call: GET /v2/lists
