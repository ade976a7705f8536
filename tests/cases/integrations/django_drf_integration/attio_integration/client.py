import logging

import requests
from django.conf import settings
from django.core.cache import cache

log = logging.getLogger(__name__)


class AttioAPI:
    def __init__(self, token=None):
        conf = settings.ATTIO
        self.base = conf["BASE_URL"]
        self.token = token or conf["TOKEN"]
        self.timeout = conf.get("TIMEOUT", 10)

    def _call(self, verb, path, data=None):
        fn = getattr(requests, verb)
        resp = fn(f"{self.base}/{path}", json=data, headers={"Authorization": f"Bearer {self.token}"}, timeout=self.timeout)
        resp.raise_for_status()
        return resp.json()

    def attributes(self, slug):
        key = f"attio-attributes-{slug}"
        return cache.get_or_set(key, lambda: self._call("get", f"objects/{slug}/attributes"), 3600)  # call: GET /v2/{target}/{identifier}/attributes

    def ping(self):
        return requests.get(settings.SLACK_URL + "/self")
