"""Tells Attio where to send what changes."""

from framework import decorator as decorated
from framework import registrar as register

from .client import AttioClient

EVENTS = ("record.created", "record.updated")


def listen(client: AttioClient, target):
    """One webhook for all of it."""
    for known in client.get("/webhooks")["data"]:  # call: GET /v2/webhooks
        if known["target_url"] == target:
            return known["id"]["webhook_id"]
    data = {"target_url": target, "subscriptions": [{"event_type": each, "filter": None} for each in EVENTS]}
    return client.post("/webhooks", data)["data"]["id"]["webhook_id"]  # call: POST /v2/webhooks


@decorated
def forget(token, webhook):
    """No more of it."""
    AttioClient(token).delete(f"/webhooks/{webhook}")  # call: DELETE /v2/webhooks/{webhook_id}


register("attio_webhooks", listen)
