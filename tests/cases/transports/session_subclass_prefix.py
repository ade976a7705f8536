"""A requests.Session that knows its prefix, by overriding request."""
from urllib.parse import urljoin

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry


class LiveServerSession(requests.Session):
    def __init__(self, base_url=None):
        super().__init__()
        self.base_url = base_url

    def request(self, method, url, *args, **kwargs):
        joined_url = urljoin(self.base_url, url)
        return super().request(method, joined_url, *args, **kwargs)


def attio_session(token):
    session = LiveServerSession("https://api.attio.com/v2/")
    session.headers.update({"Authorization": f"Bearer {token}"})
    session.mount("https://", HTTPAdapter(max_retries=Retry(total=3, status_forcelist=[429, 500])))
    return session


s = attio_session("t")
s.get("lists")  # call: GET /v2/lists
s.post("notes", json={})  # call: POST /v2/notes
s.patch("objects/deals/records/1", json={})  # call: PATCH /v2/objects/{object}/records/{record_id}
other = LiveServerSession("https://api.stripe.com/v1/")
other.get("lists")
