"""The subclass gives the base URL to `super().__init__`."""
import requests


class JsonApi:
    def __init__(self, base_url, token):
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"

    def get(self, path):
        return self.session.get(self.base_url + path).json()


class Attio(JsonApi):
    def __init__(self, token):
        super().__init__("https://api.attio.com/v2", token)

    def self_(self):
        return self.get("/self")  # call: GET /v2/self


class Linear(JsonApi):
    def __init__(self, token):
        super().__init__(base_url="https://api.linear.app", token=token)

    def self_(self):
        return self.get("/self")


class LegacyAttio(JsonApi):
    def __init__(self, token):
        JsonApi.__init__(self, "https://api.attio.com/v2", token)

    def lists(self):
        return self.get("/lists")  # call: GET /v2/lists
