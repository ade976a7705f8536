# sends: GET /v2/threads
import requests

_sessions = {}


def session(name):
    return _sessions.setdefault(name, requests.Session())


def threads():
    return session("attio").get("https://api.attio.com/v2/threads")


threads()
