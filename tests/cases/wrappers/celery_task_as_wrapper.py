"""Tasks with the path as an argument: whoever queues one decides it, and the task itself is no call of its own."""
import requests
from celery import chain, group, shared_task

from app import app

BASE = "https://api.attio.com/v2"


@shared_task
def push(path, body):
    requests.post(BASE + path, json=body).raise_for_status()


@app.task(bind=True, max_retries=3)
def send(self, method, path, **kwargs):
    try:
        return requests.request(method, BASE + path, **kwargs).json()
    except requests.RequestException as error:
        raise self.retry(exc=error)


@shared_task
def never_queued_here(path):
    return requests.get(BASE + path)  # unresolved: `path`


@shared_task
def nightly():
    return requests.get(f"{BASE}/lists")  # call: GET /v2/lists


push.delay("/notes", {"data": {}})  # call: POST /v2/notes
push.apply_async(args=["/tasks", {}])  # call: POST /v2/tasks
push.apply_async(("/comments", {}), countdown=10)  # call: POST /v2/comments
push.apply_async(kwargs={"path": "/webhooks", "body": {}})  # call: POST /v2/webhooks
send.delay("DELETE", "/notes/1")  # call: DELETE /v2/notes/{note_id}
send("GET", "/self")  # call: GET /v2/self
nightly.delay()
group(
    push.s("/notes", {}),  # call: POST /v2/notes
    push.si("/tasks", {}),  # call: POST /v2/tasks
)()
chain(send.si("GET", "/objects"), nightly.si()).apply_async()  # call: GET /v2/objects
push.delay(input(), {})  # unresolved: the result of `input()`
