import json
import os
from http.client import HTTPSConnection

connection = HTTPSConnection("api.attio.com", timeout=10)


def send(method, path, body=None):
    connection.request(
        method,
        path,
        body=json.dumps(body) if body else None,
        headers={"Authorization": f"Bearer {os.environ['ATTIO_TOKEN']}", "Content-Type": "application/json"},
    )
    response = connection.getresponse()
    content = response.read()
    if response.status >= 400:
        raise RuntimeError(content)
    return json.loads(content)


meeting = send("POST", "/v2/meetings", {"data": {"title": "Kickoff"}})["data"]["id"]["meeting_id"]
send("PATCH", f"/v2/meetings/{meeting}", {"data": {"title": "Start"}})
send("PUT", f"/v2/meetings/{meeting}", {"data": {"title": "Start"}})
send("DELETE", f"/v2/meetings/{meeting}")
connection.close()
