"""One session per thread."""
import threading

import requests

_local = threading.local()
BASE = "https://api.attio.com/v2"


def get_session():
    if not hasattr(_local, "session"):
        _local.session = requests.Session()
        _local.session.headers["Authorization"] = "Bearer x"
    return _local.session


def record(slug, record_id):
    return get_session().get(f"{BASE}/objects/{slug}/records/{record_id}")  # call: GET /v2/objects/{object}/records/{record_id}
