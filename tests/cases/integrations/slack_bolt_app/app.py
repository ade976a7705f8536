"""A Slack bot: actions and views that write to the CRM through one helper."""
import os
import re

import requests
from slack_bolt import App

app = App(token=os.environ["SLACK_BOT_TOKEN"])
HEADERS = {"Authorization": f"Bearer {os.environ['ATTIO_KEY']}"}
API = "https://api.attio.com/v2/{}"


def crm(resource, method="get", **kwargs):
    response = getattr(requests, method)(API.format(resource), headers=HEADERS, **kwargs)
    if not response.ok:
        raise RuntimeError(response.text)
    return response.json()["data"]


@app.command("/deal")
def deal(ack, respond, command):
    ack()
    name = command["text"].strip()
    rows = crm("objects/deals/records/query", "post", json={"filter": {"name": name}, "limit": 1})  # call: POST /v2/objects/{object}/records/query
    if not rows:
        rows = [crm("objects/deals/records", method="post", json={"data": {"values": {"name": name}}})]  # call: POST /v2/objects/{object}/records
    respond(f"https://app.attio.com/acme/deals/record/{rows[0]['id']['record_id']}")


@app.action(re.compile("note_.*"))
def note(ack, body, client):
    ack()
    crm("notes", "post", json={"data": {"content": body["text"]}})  # call: POST /v2/notes
    client.chat_postMessage(channel=body["channel"]["id"], text="ok")


@app.event("app_home_opened")
def home(event):
    owner = {m["id"]["workspace_member_id"]: m for m in crm("workspace_members")}  # call: GET /v2/workspace_members
    print(owner)
