"""Proxies of unified APIs: the path is Attio's, the host is the proxy's."""
# expects nothing
import requests

NANGO = "https://api.nango.dev/proxy"


def notes(connection):
    return requests.get(f"{NANGO}/v2/notes", headers={"Provider-Config-Key": "attio", "Connection-Id": connection})


def people(key):
    return requests.post("https://api.composio.dev/api/v3/tools/execute/ATTIO_FIND_RECORD", headers={"x-api-key": key}, json={})


def merge(token):
    return requests.get("https://api.merge.dev/api/crm/v1/notes", headers={"X-Account-Token": token, "X-Source": "attio"})
