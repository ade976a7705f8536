import requests

requests.get("https://api.attio.com/v2/webhooks", timeout=10)  # call: GET /v2/webhooks # error: ATS001 webhook:read for app
