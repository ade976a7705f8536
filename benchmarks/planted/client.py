"""Sends requests to Attio, and waits where it asks for that."""

import logging
import os
import time

import requests

from .const import API, TOKEN

LOG = logging.getLogger(__name__)


class AttioError(RuntimeError):
    """Attio refused."""


class AttioClient:
    """One session."""

    def __init__(self, token=None, base_url=API, timeout=30):
        self.base_url = base_url
        self.timeout = timeout
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token or os.environ[TOKEN]}"

    def _url(self, path):
        return f"{self.base_url}{path}"

    def request(self, method, path, attempts=3, **more):
        for attempt in range(attempts):
            response = self.session.request(method, self._url(path), timeout=self.timeout, **more)
            if response.status_code == 429:
                LOG.info("waiting, %s", attempt)
                time.sleep(2**attempt)
                continue
            if response.status_code >= 400:
                raise AttioError(response.text)
            return response.json() if response.content else {}
        raise AttioError(f"{path}: too many tries")

    def get(self, path, params=None):
        return self.request("GET", path, params=params)

    def post(self, path, data):
        return self.request("POST", path, json={"data": data})

    def patch(self, path, data):
        return self.request("PATCH", path, json={"data": data})

    def put(self, path, data, matching):
        return self.request("PUT", path, params={"matching_attribute": matching}, json={"data": data})

    def delete(self, path):
        return self.request("DELETE", path)

    def me(self):
        return self.get("/self")  # call: GET /v2/self
