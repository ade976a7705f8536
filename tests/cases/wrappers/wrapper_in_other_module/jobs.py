import attio_http
from attio_http import request as attio_request


def run():
    attio_http.request("GET", "/lists")  # call: GET /v2/lists
    attio_request("POST", "/tasks", json={})  # call: POST /v2/tasks


def request(method, path):
    return method + path


request("GET", "/lists")
