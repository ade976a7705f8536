from typing import Any

import requests
from airflow.hooks.base import BaseHook
from airflow.providers.http.hooks.http import HttpHook


class AttioHook(BaseHook):
    conn_name_attr = "attio_conn_id"
    default_conn_name = "attio_default"

    def __init__(self, attio_conn_id: str = default_conn_name) -> None:
        super().__init__()
        self.attio_conn_id = attio_conn_id
        self.base_url = "https://api.attio.com/v2"

    def get_conn(self) -> requests.Session:
        conn = self.get_connection(self.attio_conn_id)
        session = requests.Session()
        session.headers.update({"Authorization": f"Bearer {conn.password}"})
        return session

    def run(self, endpoint: str, method: str = "GET", **kwargs: Any) -> dict:
        with self.get_conn() as session:
            response = session.request(method, f"{self.base_url}/{endpoint}", **kwargs)
            response.raise_for_status()
            return response.json()

    def records(self, slug: str):
        return self.run(f"objects/{slug}/records/query", "POST", json={})  # call: POST /v2/objects/{object}/records/query
