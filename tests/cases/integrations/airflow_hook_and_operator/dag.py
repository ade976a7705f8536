from airflow.decorators import dag, task
from airflow.models import BaseOperator
from airflow.operators.python import PythonOperator

from hooks import AttioHook


class AttioToS3(BaseOperator):
    def __init__(self, endpoint: str, **kwargs) -> None:
        super().__init__(**kwargs)
        self.endpoint = endpoint

    def execute(self, context):
        return AttioHook().run(self.endpoint)  # call: GET /v2/tasks


def members():
    return AttioHook(attio_conn_id="attio").run("workspace_members")  # call: GET /v2/workspace_members


@dag(schedule="@daily")
def pipeline():
    @task
    def lists():
        hook = AttioHook()
        return hook.run("lists")  # call: GET /v2/lists

    PythonOperator(task_id="m", python_callable=members)
    AttioToS3(task_id="tasks", endpoint="tasks")
    lists()


pipeline()
