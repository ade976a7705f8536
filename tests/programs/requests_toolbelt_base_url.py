import os

from requests_toolbelt.sessions import BaseUrlSession

attio = BaseUrlSession(base_url="https://api.attio.com/v2/")
attio.headers.update({"Authorization": f"Bearer {os.environ['ATTIO_TOKEN']}"})

hook = {"data": {"target_url": "https://example.com/hook", "subscriptions": [{"event_type": "note.created", "filter": None}]}}
made = attio.post("webhooks", json=hook)
made.raise_for_status()
webhook = made.json()["data"]["id"]["webhook_id"]
attio.get("webhooks").raise_for_status()
attio.get("webhooks/" + webhook).raise_for_status()
attio.patch("webhooks/" + webhook, json=hook).raise_for_status()
attio.delete("webhooks/" + webhook).raise_for_status()
