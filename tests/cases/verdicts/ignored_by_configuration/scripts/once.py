"""Codes that are ignored below a folder."""

import requests

requests.post("https://api.attio.com/v2/webhooks", timeout=10)  # call: POST /v2/webhooks # suppressed
