# sends: POST /v2/comments
# near: a loop, a suppress and an else, and only one address
# answers: [{"status": 500}, {"status": 500}, {"status": 200}]
import time
from contextlib import suppress

import requests


def comment(text):
    for attempt in range(5):
        with suppress(requests.HTTPError):
            answer = requests.post("https://api.attio.com/v2/comments", json={"data": {"content": text}})
            answer.raise_for_status()
            return answer
        time.sleep(attempt)
    else:
        raise RuntimeError("no luck")


comment("hi")
