import os

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry


def build_session():
    s = requests.Session()
    s.mount("https://", HTTPAdapter(max_retries=Retry(total=2, status_forcelist=[502, 503])))
    s.headers.update({"Authorization": f"Bearer {os.environ['ATTIO_TOKEN']}", "Content-Type": "application/json"})
    return s


def query(session, slug):
    offset = 0
    while True:
        page = session.post(
            f"https://api.attio.com/v2/objects/{slug}/records/query", json={"limit": 2, "offset": offset}
        ).json().get("data", [])
        yield from page
        if len(page) < 2:
            return
        offset += 2


if __name__ == "__main__":
    with build_session() as session:
        assert len(list(query(session, "companies"))) == 3
