import requests

BASE = "https://api.attio.com/v2"
RECORD_URL = "%s/objects/%s/records/%s"


def remove(slug, record_id):
    requests.delete(RECORD_URL % (BASE, slug, record_id))  # call: DELETE /v2/objects/{object}/records/{record_id}


def one(note_id):
    return requests.get("https://api.attio.com/v2/notes/%s" % note_id)  # call: GET /v2/notes/{note_id}


def named(task_id):
    return requests.get("https://api.attio.com/v2/tasks/%(task)s" % {"task": task_id})  # call: GET /v2/tasks/{task_id}
