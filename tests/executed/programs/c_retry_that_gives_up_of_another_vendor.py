# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
# answers: [{"status": 429}, {"json": {"data": []}}]
import time
import requests


class RateLimited(Exception):
    pass


def call(verb, path, retries=3):
    for attempt in range(retries):
        r = requests.request(verb, f"https://api.github.com/v2{path}")
        if r.status_code == 429:
            time.sleep(2**attempt)
            continue
        return r
    else:
        raise RateLimited


def main():
    print("https://api.attio.com/v2/notes")
    call("GET", "/notes")
    call("POST", "/tasks")


main()
