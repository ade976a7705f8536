import requests
from celery import Celery, shared_task

app = Celery("jobs")
BASE = "https://api.attio.com/v2"


@shared_task
def sync_person(record_id):
    return requests.get(f"{BASE}/objects/people/records/{record_id}").json()  # call: GET /v2/objects/{object}/records/{record_id}


@app.task(bind=True, name="crm.notes", max_retries=3)
def push_note(self, body):
    try:
        requests.post(f"{BASE}/notes", json=body).raise_for_status()  # call: POST /v2/notes
    except requests.HTTPError as error:
        raise self.retry(exc=error) from error


sync_person.delay("1")
push_note.apply_async(args=[{}], countdown=5)
