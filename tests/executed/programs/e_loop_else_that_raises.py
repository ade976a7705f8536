# sends: GET /v2/webhooks/{webhook_id}
# near: the else ends it, so that only the break's address is sent
import requests

for hook in ({"id": "1", "on": False}, {"id": "2", "on": True}):
    if hook["on"]:
        url = f"https://api.attio.com/v2/webhooks/{hook['id']}"
        break
else:
    raise SystemExit("none is on")
requests.get(url)
