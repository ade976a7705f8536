import requests


class Api:
    def __init__(self):
        self.session = None

    def lists(self):
        return self.session.get("https://api.attio.com/v2/lists")  # call: GET /v2/lists

    def other(self):
        return self.tracker.get("/v2/objects")


api = Api()


def connect():
    api.session = requests.Session()
    api.tracker = {"/v2/objects": 1}
    api.base = "https://api.attio.com/v2"


def workspace():
    return requests.get(f"{api.base}/self")  # call: GET /v2/self
