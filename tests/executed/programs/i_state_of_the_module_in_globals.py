# sends: GET /v2/notes, POST /v2/notes
import os
import requests

_base = None
_session = None


def configure(base=None):
    global _base, _session
    _base = base or os.environ.get("ATTIO_BASE_URL", "https://api.attio.com/v2")
    _session = requests.Session()


def _ensure():
    if _session is None:
        configure()
    return _session


def request(method, path):
    return _ensure().request(method, f"{_base}{path}")


def main():
    request("GET", "/notes")
    request("POST", "/notes")


main()
