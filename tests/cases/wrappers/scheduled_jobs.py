import requests
import schedule
from apscheduler.schedulers.blocking import BlockingScheduler

BASE = "https://api.attio.com/v2"
scheduler = BlockingScheduler()


def warm(path, method="GET"):
    requests.request(method, BASE + path)


def nightly():
    requests.get(f"{BASE}/lists")  # call: GET /v2/lists


# The words beside the function are the scheduler's, not the path.
scheduler.add_job(nightly, "interval", minutes=5)
scheduler.add_job(warm, "cron", hour=3, args=["/notes"])  # call: GET /v2/notes
scheduler.add_job(warm, trigger="interval", kwargs={"path": "/tasks", "method": "POST"})  # call: POST /v2/tasks
scheduler.add_job(func=warm, trigger="interval", args=("/webhooks",))  # call: GET /v2/webhooks
schedule.every(10).minutes.do(nightly)
schedule.every().day.at("03:00").do(warm, "/objects")  # call: GET /v2/objects
