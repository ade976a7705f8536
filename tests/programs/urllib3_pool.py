import json
import os

import urllib3

pool = urllib3.PoolManager(headers={"Authorization": f"Bearer {os.environ['ATTIO_TOKEN']}"})
HEADERS = {**pool.headers, "Content-Type": "application/json"}


def post(path, body):
    return pool.request("POST", f"https://api.attio.com/v2/{path}", body=json.dumps(body), headers=HEADERS)


assert post("objects/deals/records", {"data": {"values": {}}}).status == 200
assert post("notes", {"data": {"title": "Won"}}).status == 200
pool.request("DELETE", "https://api.attio.com/v2/comments/80000000-aaaa-4bbb-8ccc-000000000001")
