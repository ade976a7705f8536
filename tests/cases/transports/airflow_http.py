"""Airflow's HTTP hook and operators: the base URL is that of a connection, which is known by its name."""
from airflow.providers.http.hooks.http import HttpHook
from airflow.providers.http.operators.http import HttpOperator
from airflow.providers.http.sensors.http import HttpSensor


def notes():
    HttpHook(method="GET", http_conn_id="attio").run("v2/notes")  # call: GET /v2/notes
    HttpHook("PATCH", "attio_default").run(endpoint="/v2/tasks/1", data="{}")  # call: PATCH /v2/tasks/{task_id}
    hook = HttpHook(http_conn_id="attio")
    hook.run("v2/notes", data="{}")  # call: POST /v2/notes
    HttpHook(method="GET", http_conn_id="hubspot").run("v2/notes")
    HttpHook(method="GET").run("v2/notes")


HttpOperator(task_id="x", http_conn_id="attio", endpoint="v2/lists", method="GET")  # call: GET /v2/lists
HttpSensor(task_id="y", http_conn_id="attio", endpoint="v2/self")  # call: GET /v2/self
HttpOperator(task_id="z", http_conn_id="hubspot", endpoint="v2/lists", method="GET")
