import requests

NOTES = "https://api.attio.com/v2/notes"


def notes(method="GET"):
    return requests.request(method, NOTES)  # call: GET /v2/notes


def checked(method: str = "POST"):
    assert method in {"GET", "POST"}
    return requests.request(method, NOTES)  # call: POST /v2/notes


def refused(method: str = "GET"):
    if method not in ("GET", "POST"):
        raise ValueError(method)
    return requests.request(method, NOTES)  # call: GET /v2/notes
