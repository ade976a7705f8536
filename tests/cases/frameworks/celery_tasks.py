"""celery: a bound task gets itself, an object of its base; it is called by delay, apply_async and signatures."""
import requests
from celery import Celery, Task, chain, shared_task

app = Celery("crm")


class Attio(Task):
    base = "https://api.attio.com/v2"

    def send(self, method, tail):
        return requests.request(method, self.base + tail)


@app.task(bind=True, base=Attio, max_retries=3)
def drop(self, note_id):
    return self.send("DELETE", f"/notes/{note_id}").json()  # call: DELETE /v2/notes/{note_id}


@shared_task(bind=True)
def push(self, method, tail):
    try:
        return requests.request(method, Attio.base + tail)
    except requests.HTTPError as error:
        raise self.retry(exc=error)


@app.task
def read(tail):
    return requests.get(Attio.base + tail)


push.delay("POST", "/notes")  # call: POST /v2/notes
push.apply_async(args=["POST", "/tasks"], countdown=5)  # call: POST /v2/tasks
push.apply_async(("PATCH",), {"tail": "/tasks/1"})  # call: PATCH /v2/tasks/{task_id}
chain(read.s("/self"), read.si("/lists"))()  # call: GET /v2/self # call: GET /v2/lists
read.signature(("/webhooks",)).delay()  # call: GET /v2/webhooks
