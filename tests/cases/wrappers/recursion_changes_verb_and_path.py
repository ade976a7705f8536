"""A function that calls itself with the next step: each step is a call of its own, and unknown steps are told."""
import sys

import requests

BASE = "https://api.attio.com/v2"


def play(verb, path, rest=()):
    answer = requests.request(verb, BASE + path)
    if rest:
        return play(*rest[0], rest=rest[1:])  # unresolved: the method is not known
    return answer


play("GET", "/objects")  # call: GET /v2/objects
play("GET", "/self", rest=(("POST", "/notes"), ("DELETE", "/tasks/1")))  # call: DELETE /v2/tasks/{task_id} | GET /v2/self | POST /v2/notes
play("GET", "/webhooks", rest=sys.argv[1:])  # call: GET /v2/webhooks
