import logging
import os

import requests
from slack_sdk import WebClient

slack = WebClient(token=os.environ["SLACK_TOKEN"])
log = logging.getLogger(__name__)


class CRM:
    _base = "https://api.attio.com/v2"

    def __init__(self):
        self._s = requests.Session()
        self._s.headers.update({"Authorization": "Bearer " + os.environ["ATTIO"]})

    def __call__(self, verb, *path, **kw):
        url = "/".join((self._base,) + path)
        log.info("%s %s", verb, url)
        r = self._s.request(verb, url, **kw)
        r.raise_for_status()
        return r.json()["data"]

    def deal(self, name):
        return self("POST", "objects", "deals", "records", "query", json={"filter": {"name": name}})  # call: POST /v2/objects/{object}/records/query

    def task(self, text):
        return self("POST", "tasks", json={"data": {"content": text}})  # call: POST /v2/tasks


def on_message(event):
    crm = CRM()
    for deal in crm.deal(event["text"]):
        slack.chat_postMessage(channel=event["channel"], text=str(deal))
    slack.api_call("conversations.list")
    slack.post("notes", json={})
