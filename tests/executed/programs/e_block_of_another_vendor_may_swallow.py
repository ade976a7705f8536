# sends: POST /v2/tasks
# near: the block that swallows sends to another vendor, what follows is Attio's
# answers: [{"status": 500}, {"status": 200}]
from contextlib import suppress

import requests


def tell():
    with suppress(requests.RequestException):
        answer = requests.post("https://hooks.slack.com/services/x", json={})
        answer.raise_for_status()
        return
    requests.post("https://api.attio.com/v2/tasks", json={"data": {"content": "Slack is down"}})


tell()
