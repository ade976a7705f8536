import backoff
import requests

BASE = "https://api.attio.com/v2"


def _raw(method, path):
    return requests.request(method, BASE + path)


attio = backoff.on_exception(backoff.expo, requests.RequestException, max_tries=4)(_raw)

attio("GET", "/tasks")  # call: GET /v2/tasks
