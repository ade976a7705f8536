# sends: GET /v2/notes, POST /v2/tasks
# answers: [{"status": 429}, {"json": {"data": []}}]
import time
import requests


class RateLimited(Exception):
    pass


def call(verb, path, retries=3):
    for attempt in range(retries):
        r = requests.request(verb, f"https://api.attio.com/v2{path}")
        if r.status_code == 429:
            time.sleep(2**attempt)
            continue
        return r
    else:
        raise RateLimited


def main():
    call("GET", "/notes")
    call("POST", "/tasks")


main()
