"""A notifier that posts to several services through one helper by name; the table of hosts has Attio among others."""
import requests

HOSTS = {"attio": "https://api.attio.com/v2", "slack": "https://slack.com/api", "github": "https://api.github.com"}
TOKENS = {}


def api(service, method, path, **kwargs):
    headers = {"Authorization": f"Bearer {TOKENS.get(service)}"}
    return requests.request(method, f"{HOSTS[service]}{path}", headers=headers, **kwargs)


def attio(method, path, **kwargs):
    return api("attio", method, path, **kwargs)


api("slack", "POST", "/chat.postMessage", json={})
api("attio", "GET", "/lists")  # call: GET /v2/lists
attio("POST", "/notes", json={})  # call: POST /v2/notes
for service in HOSTS:
    api(service, "GET", "/tasks")  # call: GET /v2/tasks
