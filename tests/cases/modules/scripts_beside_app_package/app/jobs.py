from celery import Celery

from .clients import AttioClient, attio, get_client

celery = Celery("x")


@celery.task(name="notes", bind=True, max_retries=3)
def notes(self, body):
    try:
        get_client()._req("POST", "/notes", json=body)  # call: POST /v2/notes
    except Exception as exc:
        raise self.retry(exc=exc)


def tasks(client: AttioClient):
    client._req(method="GET", path="/tasks")  # call: GET /v2/tasks
    attio.get_client()._req("GET", "/self")  # call: GET /v2/self
