"""A method that calls itself after a rate limit."""
import time

import requests


class Attio:
    def _request(self, method, path, attempt=0, **kwargs):
        response = requests.request(method, f"https://api.attio.com/v2/{path}", **kwargs)
        if response.status_code == 429 and attempt < 3:
            time.sleep(2**attempt)
            return self._request(method, path, attempt + 1, **kwargs)
        return response

    def sql(self, query):
        return self._request("POST", "sql", json={"sql": query})  # call: POST /v2/sql
