"""An operator and a variable of the project: what they do is written out."""
import requests

BASE = "https://api.attio.com/v2"


class PythonOperator:
    def __init__(self, python_callable, op_args=()):
        self.function = python_callable

    def execute(self):
        return self.function("/tasks")  # call: GET /v2/tasks


class Variable:
    @classmethod
    def get(cls, name, default_var=None):
        return "/lists"


def fetch(tail):
    return requests.get(BASE + tail)


PythonOperator(python_callable=fetch, op_args=["/notes"]).execute()
fetch(Variable.get("path", default_var="/self"))  # call: GET /v2/lists
