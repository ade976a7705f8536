# sends: nothing
# near: a stand-in session, made within the function that checks
BASE = "https://api.attio.com/v2"


def notes(session):
    return session.get(BASE + "/notes")


def check():
    class Session:
        def get(self, url):
            return url

    assert notes(Session()).endswith("/notes")


check()
