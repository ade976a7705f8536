from datetime import datetime

import requests
from airflow.decorators import dag, task

BASE = "https://api.attio.com/v2"


def attio_post(path, body):
    return requests.post(BASE + path, json=body).json()["data"]


@dag(start_date=datetime(2024, 1, 1), schedule="@daily")
def crm_export():
    @task
    def extract():
        return attio_post("/objects/deals/records/query", {"limit": 500})  # call: POST /v2/objects/{object}/records/query

    @task(retries=2)
    def members():
        return requests.get(f"{BASE}/workspace_members").json()  # call: GET /v2/workspace_members

    extract() >> members()


crm_export()
