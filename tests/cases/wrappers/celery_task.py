import requests
from celery import Celery, shared_task

app = Celery("jobs")
BASE = "https://api.attio.com/v2"


@shared_task(bind=True, max_retries=3)
def push(self, path, body):
    try:
        requests.post(BASE + path, json=body).raise_for_status()
    except requests.HTTPError as error:
        raise self.retry(exc=error) from error


push.delay("/notes", {"data": {}})  # call: POST /v2/notes
push.apply_async(args=["/tasks", {}])  # todo-call: POST /v2/tasks
