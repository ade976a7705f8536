from __future__ import annotations

import requests
from airflow.hooks.base import BaseHook


class AttioHook(BaseHook):
    conn_name_attr = "attio_conn_id"
    default_base = "https://api.attio.com"

    def __init__(self, attio_conn_id: str = "attio_default") -> None:
        super().__init__()
        self.attio_conn_id = attio_conn_id

    def get_conn(self) -> requests.Session:
        connection = self.get_connection(self.attio_conn_id)
        session = requests.Session()
        session.headers.update({"Authorization": f"Bearer {connection.password}"})
        return session

    def run(self, endpoint: str, method: str = "POST", payload: dict | None = None) -> dict:
        session = self.get_conn()
        response = session.request(method, f"{self.default_base}/v2/{endpoint}", json=payload, timeout=60)
        response.raise_for_status()
        return response.json()

    def paginate(self, endpoint: str, page: int = 500):
        offset = 0
        while True:
            rows = self.run(endpoint, payload={"limit": page, "offset": offset})["data"]
            yield from rows
            if len(rows) < page:
                break
            offset += page
