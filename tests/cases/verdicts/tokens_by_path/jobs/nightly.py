import requests

requests.get("https://api.attio.com/v2/webhooks", timeout=10)  # call: GET /v2/webhooks
