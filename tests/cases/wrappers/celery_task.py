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


@shared_task
def sync_person(record_id):
    return requests.get(f"{BASE}/objects/people/records/{record_id}").json()  # call: GET /v2/objects/{object}/records/{record_id}


sync_person.delay("1")
push.delay("/notes", {"data": {}})  # todo-call: POST /v2/notes
push.apply_async(args=["/tasks", {}])  # todo-call: POST /v2/tasks
