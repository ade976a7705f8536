# sends: nothing
# near: names of settings say attio, their addresses are other services'
import os

import requests

os.environ.setdefault("ATTIO_ALERT_WEBHOOK", "https://hooks.slack.com/services/T/B/x")
os.environ.setdefault("ATTIO_SYNC_QUEUE_URL", "https://queue.example.org")
requests.post(os.environ["ATTIO_ALERT_WEBHOOK"], json={"text": "sync done"})
requests.get(os.environ["ATTIO_SYNC_QUEUE_URL"] + "/notes")
