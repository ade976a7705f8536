import requests

BASE = "https://api.attio.com/v2"


def toggle(webhook_id, remove):
    requests.request(  # call: DELETE /v2/webhooks/{webhook_id} | GET /v2/webhooks/{webhook_id}
        method="DELETE" if remove else "GET",
        url=f"{BASE}/webhooks/{webhook_id}",
    )
