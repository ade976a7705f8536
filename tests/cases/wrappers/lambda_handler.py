import json
import os

import urllib3

http = urllib3.PoolManager()
BASE_URL = os.environ.get("ATTIO_BASE_URL", "https://api.attio.com/v2")


def attio(method, path, body=None):
    return http.request(
        method,
        f"{BASE_URL}{path}",
        body=json.dumps(body) if body else None,
        headers={"Authorization": f"Bearer {os.environ['ATTIO_TOKEN']}"},
    )


def handler(event, context):
    for record in event["Records"]:
        message = json.loads(record["body"])
        attio("PATCH", f"/objects/people/records/{message['id']}", {"data": message})  # call: PATCH /v2/objects/{object}/records/{record_id}
    return {"statusCode": 200}
