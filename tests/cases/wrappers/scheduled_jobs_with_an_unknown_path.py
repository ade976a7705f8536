"""Jobs of which only a run knows the path: the request is the place, not the line that hands the function to a scheduler."""
import sys
import threading

import requests
from apscheduler.schedulers.background import BackgroundScheduler

BASE = "https://api.attio.com/v2"
scheduler = BackgroundScheduler()


def push(path):
    requests.post(BASE + path)  # unresolved: `sys.argv[1]` is only known at run time


def pull(path):
    requests.get(BASE + path)  # unresolved: the result of `input()`


def send(path):
    requests.patch(BASE + path)


scheduler.add_job(push, "interval", args=[sys.argv[1]])
scheduler.add_job(push, "interval", args=["/notes"])  # call: POST /v2/notes
threading.Thread(target=pull, args=(input(),)).start()
# Near miss: a call of the function itself is a request to whoever reads it.
send(sys.argv[2])  # unresolved: `sys.argv[2]` is only known at run time
