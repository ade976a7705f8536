"""Schedulers and task queues: with the arguments after the function, as a list, by methods of the function."""
import dramatiq
import requests
import schedule
from apscheduler.schedulers.background import BackgroundScheduler
from huey import RedisHuey
from redis import Redis
from rq import Queue

BASE = "https://api.attio.com/v2"
queue = Queue(connection=Redis())
huey = RedisHuey()
scheduler = BackgroundScheduler()


def fetch(tail, method="GET"):
    return requests.request(method, BASE + tail)


@dramatiq.actor
def act(tail):
    return requests.get(BASE + tail)


@huey.task()
def later(tail):
    return requests.get(BASE + tail)


schedule.every(10).minutes.do(fetch, "/notes")  # call: GET /v2/notes
schedule.every().day.do(job_func=fetch, tail="/self")  # call: GET /v2/self
scheduler.add_job(fetch, "interval", args=["/tasks"], kwargs={"method": "POST"}, minutes=5)  # call: POST /v2/tasks
queue.enqueue(fetch, "/lists", method="GET")  # call: GET /v2/lists
queue.enqueue_call(func=fetch, args=("/webhooks",))  # call: GET /v2/webhooks
act.send("/objects")  # call: GET /v2/objects
act.send_with_options(args=("/workspace_members",), delay=100)  # call: GET /v2/workspace_members
later.schedule(args=("/meetings",), delay=60)  # call: GET /v2/meetings
later("/threads")  # call: GET /v2/threads
