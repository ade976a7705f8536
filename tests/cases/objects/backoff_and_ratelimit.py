"""Third-party decorators that cannot be followed keep the function."""
import backoff
import requests
from ratelimit import limits, sleep_and_retry


class Attio:
    base = "https://api.attio.com/v2"

    @sleep_and_retry
    @limits(calls=25, period=1)
    @backoff.on_exception(backoff.expo, requests.RequestException, max_tries=5)
    def _req(self, method: str, path: str, **kw):
        r = requests.request(method, self.base + path, timeout=30, **kw)
        r.raise_for_status()
        return r.json()

    def webhooks(self):
        return self._req("GET", "/webhooks")["data"]  # call: GET /v2/webhooks
