"""An Airflow hook and an operator of ours."""
import requests
from airflow.hooks.base import BaseHook
from airflow.models import BaseOperator
from airflow.providers.http.hooks.http import HttpHook


class AttioHook(BaseHook):
    base_url = "https://api.attio.com/v2"

    def __init__(self, conn_id="attio_default"):
        super().__init__()
        self.conn_id = conn_id

    def get_conn(self):
        conn = self.get_connection(self.conn_id)
        session = requests.Session()
        session.headers["Authorization"] = f"Bearer {conn.password}"
        return session

    def run(self, method, endpoint, **kwargs):
        return self.get_conn().request(method, f"{self.base_url}/{endpoint}", **kwargs)


class ListEntriesOperator(BaseOperator):
    def __init__(self, list_slug, **kwargs):
        super().__init__(**kwargs)
        self.list_slug = list_slug

    def execute(self, context):
        hook = AttioHook()
        other = HttpHook(method="GET", http_conn_id="erp")
        other.run("objects")
        return hook.run("POST", f"lists/{self.list_slug}/entries/query", json={})  # call: POST /v2/lists/{list}/entries/query
