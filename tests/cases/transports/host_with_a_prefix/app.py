"""Gateways that serve Attio's API below a path: the configuration names host and path."""
import httpx
import requests

NANGO = "https://api.nango.dev"


def run(key, note):
    requests.get(f"{NANGO}/proxy/v2/notes", headers={"Provider-Config-Key": "attio"})  # call: GET /v2/notes
    requests.delete(f"https://gateway.maton.ai/attio/v2/notes/{note}")  # call: DELETE /v2/notes/{note_id}
    with httpx.Client(base_url="https://gateway.maton.ai/attio") as client:
        client.post("/v2/tasks", json={})  # call: POST /v2/tasks
    requests.get("https://proxy.example:8443/v2/self")  # call: GET /v2/self
    requests.get("https://proxy.example:9443/crm/v2/lists")  # call: GET /v2/lists
    requests.get(f"{NANGO}/connection/v2/notes")
    requests.get(f"{NANGO}/proxyless/v2/notes")
    requests.get("https://gateway.maton.ai/hubspot/v2/notes")
