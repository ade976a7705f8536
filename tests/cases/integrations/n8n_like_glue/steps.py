"""Steps of a workflow, each a dict that one runner sends."""

import requests

STEPS = {
    "crm.find": {
        "base": "https://api.attio.com/v2",
        "method": "POST",
        "path": "/objects/people/records/query",
    },
    "crm.note": {
        "base": "https://api.attio.com/v2",
        "method": "POST",
        "path": "/notes",
    },
    "chat.post": {
        "base": "https://slack.com/api",
        "method": "POST",
        "path": "/chat.postMessage",
    },
}


def run(step, payload):
    conf = STEPS[step]
    return requests.request(conf["method"], conf["base"] + conf["path"], json=payload).json()


people = run("crm.find", {"filter": {}})  # call: POST /v2/objects/{object}/records/query
run("crm.note", {"data": people})  # call: POST /v2/notes
run("chat.post", {"text": "done"})
