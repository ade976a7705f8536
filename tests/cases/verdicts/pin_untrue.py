"""A pin that the source contradicts does not count, and is told; so is one that says nothing new, or has no call."""
# scopes: webhook:read

import requests

requests.get("https://api.attio.com/v2/webhooks", timeout=10)  # attio-scopes: endpoint GET /v2/tasks # call: GET /v2/webhooks # warning: ATS201 # says: Pin says GET /v2/tasks, but the call reaches GET /v2/webhooks
requests.get("https://api.attio.com/v2/webhooks", timeout=10)  # attio-scopes: endpoint GET /v2/webhooks # call: GET /v2/webhooks # warning: ATS201 # says: Pin is not needed
value = 1  # attio-scopes: endpoint GET /v2/webhooks # warning: ATS201 # says: does not belong to any call
