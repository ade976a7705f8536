from datetime import datetime

from airflow import DAG
from airflow.operators.python import PythonOperator

from hooks.attio import AttioHook


def export(object_slug: str, **context):
    hook = AttioHook()
    for row in hook.paginate(f"objects/{object_slug}/records/query"):  # call: POST /v2/objects/{object}/records/query
        context["ti"].xcom_push(key=row["id"]["record_id"], value=row)


def members():
    return AttioHook(attio_conn_id="attio").run("workspace_members", method="GET")  # call: GET /v2/workspace_members


with DAG("attio_export", start_date=datetime(2024, 1, 1)) as dag:
    export_people = PythonOperator(task_id="people", python_callable=export, op_args=["people"])
    list_members = PythonOperator(task_id="members", python_callable=members)
    export_people >> list_members
