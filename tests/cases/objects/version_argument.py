"""The version is an argument, too."""
import requests


class Attio:
    def __init__(self, token, host="api.attio.com", version=2, secure=True):
        scheme = "https" if secure else "http"
        self.base = "%s://%s/v%d" % (scheme, host, version)

    def get(self, path):
        return requests.get(self.base + path)


Attio("t").get("/tasks")  # call: GET /v2/tasks
