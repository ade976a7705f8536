import requests

BASE = "https://api.attio.com/v2"


def http(method, url, **kwargs):
    return requests.request(method, url, **kwargs)


def api(method, path, **kwargs):
    return http(method, BASE + path, **kwargs)


def safe_api(method, path, **kwargs):
    try:
        return api(method, path, **kwargs).json()
    except requests.HTTPError:
        return None


def read(path):
    return safe_api("GET", path)


read("/self")  # call: GET /v2/self
safe_api("POST", "/webhooks", json={})  # call: POST /v2/webhooks
api("GET", "/threads")  # call: GET /v2/threads
http("GET", BASE + "/lists")  # call: GET /v2/lists
http("GET", "https://api.example.com/lists")
