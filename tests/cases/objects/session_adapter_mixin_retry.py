"""Session from a function of another object; adapter with retries; response hooks."""
import requests
from requests.adapters import HTTPAdapter, Retry


def make_session(token: str, retries: int = 3) -> requests.Session:
    session = requests.Session()
    session.mount("https://api.attio.com", HTTPAdapter(max_retries=Retry(total=retries)))
    session.hooks["response"].append(lambda r, *a, **k: r.raise_for_status())
    session.headers |= {"Authorization": f"Bearer {token}"}
    return session


class HttpMixin:
    host = "https://example.com"
    _session = None

    @property
    def session(self):
        if self._session is None:
            self._session = make_session(self.token)
        return self._session

    def api(self, verb, *path, **kw):
        return self.session.request(verb, "/".join((self.host, *map(str, path))), **kw)


class Attio(HttpMixin):
    host = "https://api.attio.com/v2"

    def __init__(self, token):
        self.token = token

    def values(self, slug, rid, attr):
        return self.api("GET", "objects", slug, "records", rid, "attributes", attr, "values")  # call: GET /v2/objects/{object}/records/{record_id}/attributes/{attribute}/values

    def merge(self, slug, body):
        return self.api("POST", "objects", slug, "records", "merge", json=body)  # call: POST /v2/objects/{object}/records/merge


class Other(HttpMixin):
    host = "https://api.other.com/v2"

    def __init__(self, token):
        self.token = token

    def notes(self):
        return self.api("GET", "notes")
