"""Nothing says which token: judged against each, told once. One that every token covers is told as unbound only."""

import requests


def hooks(token: str) -> None:
    headers = {"Authorization": f"Bearer {token}"}
    requests.get("https://api.attio.com/v2/webhooks", headers=headers, timeout=10)  # call: GET /v2/webhooks # warning: ATS007
    requests.post("https://api.attio.com/v2/webhooks", headers=headers, timeout=10)  # call: POST /v2/webhooks # warning: ATS007 # warning: ATS002 webhook:read-write # says: webhook:read-write is not declared for token app; token sync covers the call
