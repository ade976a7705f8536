from celery import shared_task

from .client import AttioAPI


@shared_task(bind=True, autoretry_for=(Exception,), retry_backoff=True)
def push_signup(self, email):
    api = AttioAPI()
    api._call("put", "objects/people/records?matching_attribute=email_addresses", {"data": {}})  # call: PUT /v2/objects/{object}/records
    api._call("post", "tasks", data={"data": {"content": email}})  # call: POST /v2/tasks
