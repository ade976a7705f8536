"""The scheme of a URL is only known at run time; whose it is stands behind it. Another vendor's is nobody's."""
import requests


def notes(scheme):
    return requests.get(scheme + "://api.attio.com/v2/notes", timeout=10)  # call: GET /v2/notes


def tasks(s):
    return requests.post(f"http{s}://api.attio.com/v2/tasks", timeout=10)  # call: POST /v2/tasks


class Client:
    def __init__(self, config):
        self.base = f"{config['scheme']}://api.attio.com/v2"

    def get(self, path):
        return requests.get(self.base + path, timeout=10)


def lists(config):
    return Client(config).get("/lists")  # call: GET /v2/lists


def others(scheme, s, host):
    requests.get(scheme + "://api.hubapi.com/v2/notes", timeout=10)
    requests.get(f"http{s}://api.hubapi.com/v2/notes", timeout=10)
    requests.get(scheme + "://" + host + "/v2/notes", timeout=10)
    requests.get(scheme + "/api.attio.com/v2/notes", timeout=10)
