# sends: GET /v2/self, GET /v2/tasks, POST /v2/notes
import requests

_session = None


def session():
    global _session
    if _session is None:
        _session = requests.Session()
        _session.get("https://api.attio.com/v2/self")
    return _session


def close():
    global _session
    if _session is not None:
        _session.post("https://api.attio.com/v2/notes")
    _session = None


def main():
    session().get("https://api.attio.com/v2/tasks")
    close()


main()
