"""Paths built from what came back, from next links and from Location headers."""
import requests

BASE = "https://api.attio.com/v2"


def walk():
    lists = requests.get(f"{BASE}/lists").json()["data"]  # call: GET /v2/lists
    for item in lists:
        lid, parent = item["id"]["list_id"], item["parent_object"][0]
        entries = requests.post(f"{BASE}/lists/{lid}/entries/query").json()["data"]  # call: POST /v2/lists/{list}/entries/query
        for e in entries:
            rid = e["parent_record_id"]
            requests.get(f"{BASE}/objects/{parent}/records/{rid}")  # call: GET /v2/objects/{object}/records/{record_id}
            for value in e["entry_values"].get("owner", []):
                requests.get(BASE + "/workspace_members/" + value["referenced_actor_id"])  # call: GET /v2/workspace_members/{workspace_member_id}


def download(file_id, out):
    with requests.get(f"{BASE}/files/{file_id}/download", stream=True) as r:  # call: GET /v2/files/{file_id}/download
        for chunk in r.iter_content(8192):
            out.write(chunk)


def create():
    r = requests.post(BASE + "/webhooks", json={})  # call: POST /v2/webhooks
    hook = r.json()["data"]["id"]["webhook_id"]
    return requests.patch(f"{BASE}/webhooks/{hook}", json={})  # call: PATCH /v2/webhooks/{webhook_id}
