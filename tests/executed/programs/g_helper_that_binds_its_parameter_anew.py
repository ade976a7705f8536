# sends: GET /v2/threads
# near: the helper binds its parameter to something else, its caller's stays
import requests


def reset(options):
    options = {"url": "https://api.attio.com/v2/tasks"}
    return options


options = {"url": "https://api.attio.com/v2/threads"}
reset(options)
requests.get(options["url"])
