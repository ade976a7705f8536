import requests

BASE = None
SESSION = None


def init(base="https://api.attio.com/v2"):
    global BASE, SESSION
    BASE = base
    SESSION = requests.Session()


def notes():
    return SESSION.get(BASE + "/notes")  # call: GET /v2/notes


init()
