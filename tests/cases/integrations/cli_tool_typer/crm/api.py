from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry


def build_session(token: str) -> requests.Session:
    s = requests.Session()
    s.mount("https://", HTTPAdapter(max_retries=Retry(total=5, status_forcelist=[429, 502, 503])))
    s.headers.update({"Authorization": f"Bearer {token}"})
    return s


class Api:
    root = "https://api.attio.com/v2"

    def __init__(self, token: str) -> None:
        self.s = build_session(token)

    def _do(self, verb: str, route: str, *, body: Any = None, query: Any = None) -> Any:
        func = getattr(self.s, verb)
        out = func(self.root + route, json=body, params=query)
        out.raise_for_status()
        return out.json().get("data")

    def record(self, obj: str, rid: str) -> Any:
        return self._do("get", f"/objects/{obj}/records/{rid}")  # call: GET /v2/objects/{object}/records/{record_id}

    def merge(self, obj: str, body: dict) -> Any:
        return self._do("post", f"/objects/{obj}/records/merge", body=body)  # call: POST /v2/objects/{object}/records/merge

    def comments(self, body: dict) -> Any:
        return self._do("post", "/comments", body={"data": body})  # call: POST /v2/comments
