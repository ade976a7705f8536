"""Prefect/airflow-like pipeline: tasks as functions composed with >> and |, operators with callables, hooks with get_conn."""
from datetime import datetime

from airflow import DAG
from airflow.decorators import dag, task
from airflow.hooks.base import BaseHook
from airflow.models import Variable
from airflow.operators.python import PythonOperator
from airflow.providers.http.operators.http import SimpleHttpOperator

import requests

BASE = Variable.get("attio_base_url", default_var="https://api.attio.com/v2")


class AttioHook(BaseHook):
    conn_name_attr = "attio_conn_id"

    def __init__(self, attio_conn_id="attio_default"):
        super().__init__()
        self.conn_id = attio_conn_id

    def get_conn(self):
        session = requests.Session()
        session.headers["Authorization"] = f"Bearer {self.get_connection(self.conn_id).password}"
        return session

    def run(self, endpoint, method="GET", **kw):
        with self.get_conn() as session:
            return session.request(method, f"https://api.attio.com/v2/{endpoint}", **kw).json()


def extract(kind, ti=None, **context):
    rows = AttioHook().run(f"objects/{kind}/records/query", method="POST")  # call: POST /v2/objects/{object}/records/query
    ti.xcom_push("rows", rows)


def push(path, method):
    return requests.request(method, BASE + path)


with DAG("attio", start_date=datetime(2026, 1, 1)) as d:
    a = PythonOperator(task_id="a", python_callable=extract, op_kwargs={"kind": "people"})
    b = PythonOperator(task_id="b", python_callable=push, op_args=["/tasks", "POST"])  # call: POST /v2/tasks
    a >> b


@dag(schedule="@daily")
def taskflow():
    @task
    def lists() -> list:
        return AttioHook("x").run("lists")  # call: GET /v2/lists

    @task(retries=2)
    def entries(found: list):
        return [AttioHook().run(f"lists/{one['api_slug']}/entries/query", "POST") for one in found]  # call: POST /v2/lists/{list}/entries/query

    entries(lists())


taskflow()
