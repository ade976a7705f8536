"""Attio's host, but no such endpoint; the advice on the scope that looks unused is held back."""
# scopes: webhook:read

import requests

requests.get("https://api.attio.com/v2/webhooc", timeout=10)  # unknown: GET /v2/webhooc # warning: ATS003
