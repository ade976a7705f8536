import requests

BASE = "https://api.attio.com/v2"
session = requests.Session()


def call(method, path, **kwargs):
    return getattr(session, method)(BASE + path, **kwargs)


call("get", "/lists")  # call: GET /v2/lists
call("post", "/lists", json={})  # call: POST /v2/lists
