# sends: GET /v2/lists, GET /v2/notes, GET /v2/objects, GET /v2/objects/{object}, GET /v2/tasks, GET /v2/webhooks
# unknowable: GET /v2/lists, GET /v2/notes, GET /v2/objects, GET /v2/objects/{object}, GET /v2/tasks, GET /v2/webhooks
import requests

AFTER = {"/objects": "/lists", "/lists": "/objects/people", "/objects/people": "/tasks", "/tasks": "/webhooks", "/webhooks": "/notes"}


def all_of_them(path):
    while path:
        requests.get("https://api.attio.com/v2" + path)
        path = AFTER.get(path)


all_of_them("/objects")
