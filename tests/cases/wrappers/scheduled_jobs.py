import requests
from apscheduler.schedulers.blocking import BlockingScheduler

BASE = "https://api.attio.com/v2"
scheduler = BlockingScheduler()


def warm(path):
    requests.get(BASE + path)


def nightly():
    requests.get(f"{BASE}/lists")  # call: GET /v2/lists


# The words beside the function are the scheduler's, not the path.
scheduler.add_job(nightly, "interval", minutes=5)
scheduler.add_job(warm, "cron", hour=3, args=["/notes"])  # todo-call: GET /v2/notes
