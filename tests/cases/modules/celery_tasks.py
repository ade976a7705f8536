"""Background tasks: `delay` starts the task, which makes the request."""
import requests
from celery import shared_task

BASE = "https://api.attio.com/v2"


@shared_task(bind=True, max_retries=3)
def push_note(self, payload):
    try:
        requests.post(f"{BASE}/notes", json=payload).raise_for_status()  # call: POST /v2/notes
    except requests.HTTPError as error:
        raise self.retry(exc=error)


def on_signup(payload):
    push_note.delay(payload)
    push_note.apply_async(args=[payload])
