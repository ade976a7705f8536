"""An `else` behind what always raises, returns or breaks is never run; what follows on the other ways is."""
import requests

BASE = "https://api.attio.com/v2"


def raised():
    try:
        requests.get(BASE + "/notes")  # call: GET /v2/notes
        raise ValueError
    except ValueError:
        requests.get(BASE + "/tasks")  # call: GET /v2/tasks
    else:
        requests.get(BASE + "/threads")
    finally:
        requests.get(BASE + "/self")  # call: GET /v2/self


def left():
    for _ in (1, 2):
        try:
            break
        except KeyError:
            requests.get(BASE + "/lists")  # call: GET /v2/lists
        else:
            requests.get(BASE + "/threads")
    else:
        requests.get(BASE + "/objects")  # call: GET /v2/objects


def perhaps(thing):
    try:
        with thing:
            raise KeyError
    except KeyError:
        requests.get(BASE + "/webhooks")  # call: GET /v2/webhooks
    else:  # the context may keep the exception to itself
        requests.get(BASE + "/meetings")  # call: GET /v2/meetings
