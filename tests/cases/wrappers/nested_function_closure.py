import requests


def sync(token):
    base = "https://api.attio.com/v2"
    headers = {"Authorization": f"Bearer {token}"}

    def call(method, path, body=None):
        return requests.request(method, base + path, headers=headers, json=body).json()

    for person in call("POST", "/objects/people/records/query", {})["data"]:  # call: POST /v2/objects/{object}/records/query
        record_id = person["id"]["record_id"]
        call("PATCH", f"/objects/people/records/{record_id}", {})  # call: PATCH /v2/objects/{object}/records/{record_id}
