import requests

BASE = "https://api.attio.com/v2"


def act(record_id, body):
    method, path = ("PATCH", f"/objects/people/records/{record_id}") if record_id else ("PUT", "/objects/people/records")
    return requests.request(method, BASE + path, json=body)  # call: PATCH /v2/objects/{object}/records/{record_id} | PUT /v2/objects/{object}/records
