import requests

BASE = "https://api.attio.com/v2"


def run(session: requests.Session):
    get = session.get
    fetch = requests.get
    get(BASE + "/lists")  # call: GET /v2/lists
    fetch(BASE + "/notes")  # call: GET /v2/notes
