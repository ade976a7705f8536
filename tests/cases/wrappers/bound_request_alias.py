"""The bound request method as an alias, in a tuple, in a default argument, and behind functools.wraps."""
import requests

session = requests.Session()
session.headers["Authorization"] = "Bearer t"
call = session.request
get, post = session.get, session.post
BASE = "https://api.attio.com/v2"


def first():
    call("GET", f"{BASE}/lists")  # call: GET /v2/lists
    get(f"{BASE}/objects")  # call: GET /v2/objects
    post(BASE + "/notes", json={})  # call: POST /v2/notes


def second(send=session.post):
    return send(BASE + "/tasks", json={})  # call: POST /v2/tasks


def third(http_get=requests.get, http_post=requests.post):
    http_get(BASE + "/self")  # call: GET /v2/self
    return http_post(f"{BASE}/webhooks", json={})  # call: POST /v2/webhooks


actions = [(requests.get, "/tasks"), (requests.delete, "/tasks/1")]
for action, path in actions:
    action(BASE + path)  # call: GET /v2/tasks | DELETE /v2/tasks/{task_id}
