"""An authentication class of one's own."""
import requests
from requests.auth import AuthBase


class Bearer(AuthBase):
    def __init__(self, token):
        self.token = token

    def __call__(self, request):
        request.headers["Authorization"] = f"Bearer {self.token}"
        return request


session = requests.Session()
session.auth = Bearer("t")
session.hooks["response"].append(lambda r, *args, **kwargs: r.raise_for_status())
session.get("https://api.attio.com/v2/self")  # call: GET /v2/self
