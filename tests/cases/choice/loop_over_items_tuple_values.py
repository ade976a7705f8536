import requests

BASE = "https://api.attio.com/v2"
PROBES = {
    "record_permission:read": ("POST", "/objects/people/records/query", {"limit": 1}),
    "note:read": ("GET", "/notes", None),
    "webhook:read": ("GET", "/webhooks", None),
}

for scope, (method, path, body) in PROBES.items():
    status = requests.request(method, BASE + path, json=body).status_code  # call: POST /v2/objects/{object}/records/query | GET /v2/notes | GET /v2/webhooks
    print(scope, status)
