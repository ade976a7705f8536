"""A retrying object called with the function and its arguments."""
import requests
from tenacity import AsyncRetrying, Retrying, retry_if_exception_type, stop_after_attempt, wait_exponential

BASE = "https://api.attio.com/v2"
retryer = Retrying(stop=stop_after_attempt(3), wait=wait_exponential(), reraise=True)


def _get(path, params=None):
    return requests.get(BASE + path, params=params)


def lists():
    return retryer(_get, "/lists")  # call: GET /v2/lists


def note(data):
    return Retrying(stop=stop_after_attempt(5))(requests.post, BASE + "/notes", json=data)  # call: POST /v2/notes


def task(task_id):
    return retryer.call(_get, f"/tasks/{task_id}")  # call: GET /v2/tasks/{task_id}


def wrapped(task_id):
    return retryer.wraps(_get)(f"/tasks/{task_id}")  # call: GET /v2/tasks/{task_id}
