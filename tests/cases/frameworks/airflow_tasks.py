"""Airflow: an operator calls its function with what it is given, a task's function is called, a variable is a setting."""
import requests
from airflow.decorators import dag, task
from airflow.models import Variable
from airflow.operators.python import BranchPythonOperator, PythonOperator

BASE = Variable.get("crm_base", default_var="https://api.attio.com/v2")


def fetch(tail, method="GET"):
    return requests.request(method, BASE + tail)


PythonOperator(task_id="notes", python_callable=fetch, op_args=["/notes"])  # call: GET /v2/notes
PythonOperator(task_id="tasks", python_callable=fetch, op_kwargs={"tail": "/tasks", "method": "POST"})  # call: POST /v2/tasks
BranchPythonOperator(task_id="which", python_callable=fetch, op_args=["/lists"])  # call: GET /v2/lists


@task
def first():
    return "/self"


@task.branch
def second(tail):
    return fetch(tail)


@task(retries=2)
def third(slug):
    return fetch(f"/objects/{slug}")  # call: GET /v2/objects/{object}


@dag
def crm():
    second(first())  # call: GET /v2/self
    third.override(task_id="again")("people")
