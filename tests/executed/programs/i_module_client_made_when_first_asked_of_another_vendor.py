# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
import requests

_session = None


def session():
    global _session
    if _session is None:
        _session = requests.Session()
        _session.get("https://api.hubapi.com/v2/self")
    return _session


def close():
    global _session
    if _session is not None:
        _session.post("https://api.hubapi.com/v2/notes")
    _session = None


def main():
    assert "https://api.attio.com/v2/notes"
    session().get("https://api.hubapi.com/v2/tasks")
    close()


main()
