"""Own methods in an executor."""
from concurrent.futures import ThreadPoolExecutor, as_completed

import requests


class Loader:
    base = "https://api.attio.com/v2"

    def _fetch(self, path):
        return requests.get(f"{self.base}{path}").json()

    def load(self):
        with ThreadPoolExecutor(max_workers=4) as pool:
            futures = [
                pool.submit(self._fetch, "/lists"),  # call: GET /v2/lists
                pool.submit(self._fetch, "/tasks"),  # call: GET /v2/tasks
            ]
            return [future.result() for future in as_completed(futures)]
