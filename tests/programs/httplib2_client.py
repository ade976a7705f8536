import json
import os

import httplib2

http = httplib2.Http()
AUTH = {"Authorization": f"Bearer {os.environ['ATTIO_TOKEN']}", "Content-Type": "application/json"}


def activity(path, method="GET", body=None):
    response, content = http.request(
        "https://api.attio.com/v2/activities" + path, method, headers=AUTH, body=json.dumps(body) if body else None
    )
    if response.status != 200:
        raise SystemExit(content.decode())
    return json.loads(content)


activity("")
activity("", "POST", {"data": {"api_slug": "calls"}})
activity("/calls")
activity("/calls", method="PATCH", body={"data": {"title": "Calls"}})
activity("/calls", "DELETE")
