"""A comment that suppresses nothing is told, as is one code of several."""
# scopes: webhook:read

import requests

requests.get("https://api.attio.com/v2/webhooks", timeout=10)  # attio-scopes: ignore[ATS001] once it wrote # call: GET /v2/webhooks # warning: ATS201
requests.post("https://api.attio.com/v2/webhooks", timeout=10)  # attio-scopes: ignore[ATS001, ATS005] # call: POST /v2/webhooks # suppressed # warning: ATS201 # says: Suppression of ATS005 is unused
