"""rq, dramatiq, huey, prefect, ray and the like: the function or the actor, and what it will be called with."""
import datetime

import dramatiq
import ray
import requests
from huey import RedisHuey
from prefect import flow, task
from redis import Redis
from retry.api import retry_call
from rq import Queue

BASE = "https://api.attio.com/v2"
queue = Queue(connection=Redis())
huey = RedisHuey()


def push(path, body=None):
    return requests.post(BASE + path, json=body)


@dramatiq.actor
def fetch(path):
    return requests.get(BASE + path)


@huey.task()
def drop(path):
    return requests.delete(BASE + path)


@task(retries=2)
def load(method, path):
    return requests.request(method, BASE + path)


@ray.remote
def count(path):
    return requests.get(BASE + path)


@flow
def nightly():
    load.submit("GET", "/lists")  # call: GET /v2/lists
    load.with_options(retries=5).submit("POST", "/tasks")  # call: POST /v2/tasks
    load.fn("GET", "/self")  # call: GET /v2/self


queue.enqueue(push, "/notes", {"data": {}})  # call: POST /v2/notes
queue.enqueue(push, args=("/tasks",), kwargs={"body": {}})  # call: POST /v2/tasks
queue.enqueue_in(datetime.timedelta(minutes=5), push, "/comments")  # call: POST /v2/comments
queue.enqueue_call(func=push, args=("/webhooks",))  # call: POST /v2/webhooks
fetch.send("/objects")  # call: GET /v2/objects
fetch.send_with_options(args=("/lists",), delay=1000)  # call: GET /v2/lists
drop("/notes/1")  # call: DELETE /v2/notes/{note_id}
drop.schedule(args=("/tasks/1",), delay=10)  # call: DELETE /v2/tasks/{task_id}
ray.get(count.remote("/webhooks"))  # call: GET /v2/webhooks
retry_call(push, fargs=["/notes"], fkwargs={"body": {}}, tries=3)  # call: POST /v2/notes
