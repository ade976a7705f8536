import os

import requests
from slack_bolt import App

app = App(token=os.environ["SLACK_BOT_TOKEN"])


def attio(path, payload=None, method="POST"):
    return requests.request(method, f"https://api.attio.com/v2/{path}", json=payload, timeout=10).json()


@app.command("/deal")
def deal(ack, body, client):
    ack()
    result = attio("objects/deals/records/query", {"filter": {"name": body["text"]}})  # call: POST /v2/objects/{object}/records/query
    client.chat_postMessage(channel=body["channel_id"], text=str(result))
    client.post("notes")


@app.shortcut("close_task")
def close(ack, shortcut):
    ack()
    attio(f"tasks/{shortcut['task']}", {"data": {"is_completed": True}}, method="PATCH")  # call: PATCH /v2/tasks/{task_id}
