"""The default is set by an `if … is None` in the constructor."""
import requests

DEFAULT = "https://api.attio.com"


class Attio:
    def __init__(self, token, base=None):
        if base is None:
            base = DEFAULT
        self.base = base
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"

    def members(self):
        return self.session.get(self.base + "/v2/workspace_members")  # call: GET /v2/workspace_members
