"""A lazy session behind a property; another one behind cached_property."""
from functools import cached_property

import httpx
import requests


class Lazy:
    def __init__(self, key):
        self._key = key
        self._session = None

    @property
    def session(self):
        if self._session is None:
            self._session = requests.Session()
            self._session.headers["Authorization"] = f"Bearer {self._key}"
        return self._session

    @cached_property
    def http(self) -> httpx.Client:
        return httpx.Client(base_url="https://api.attio.com/v2", headers={"Authorization": f"Bearer {self._key}"})

    def emails(self):
        return self.session.get("https://api.attio.com/v2/emails")  # call: GET /v2/emails

    def meetings(self):
        return self.http.get("/meetings", params={"limit": 50})  # call: GET /v2/meetings
