"""A helper that looks a path up, used thirty times: each use has its own key's endpoint."""
import requests

WHERE = {"note": "/notes", "task": "/tasks", "hook": "/webhooks"}


def where(name):
    return "https://api.attio.com/v2" + WHERE[name]


n01 = requests.get(where("note"))  # call: GET /v2/notes
n02 = requests.get(where("task"))  # call: GET /v2/tasks
n03 = requests.get(where("hook"))  # call: GET /v2/webhooks
n04 = requests.get(where("note"))  # call: GET /v2/notes
n05 = requests.get(where("task"))  # call: GET /v2/tasks
n06 = requests.get(where("hook"))  # call: GET /v2/webhooks
n07 = requests.post(where("note"))  # call: POST /v2/notes
n08 = requests.post(where("task"))  # call: POST /v2/tasks
n09 = requests.post(where("hook"))  # call: POST /v2/webhooks
n10 = requests.get(where("note"), params={"a": 1})  # call: GET /v2/notes
n11 = requests.get(where("task"), params={"a": 1})  # call: GET /v2/tasks
n12 = requests.get(where("hook"), params={"a": 1})  # call: GET /v2/webhooks
n13 = requests.get(where("note") + "?a=2")  # call: GET /v2/notes
n14 = requests.get(where("task") + "?a=2")  # call: GET /v2/tasks
n15 = requests.get(where("hook") + "?a=2")  # call: GET /v2/webhooks
n16 = requests.get(where("note") + "/1")  # call: GET /v2/notes/{note_id}
n17 = requests.get(where("task") + "/1")  # call: GET /v2/tasks/{task_id}
n18 = requests.get(where("hook") + "/1")  # call: GET /v2/webhooks/{webhook_id}
n19 = requests.delete(where("note") + "/1")  # call: DELETE /v2/notes/{note_id}
n20 = requests.delete(where("task") + "/1")  # call: DELETE /v2/tasks/{task_id}
n21 = requests.delete(where("hook") + "/1")  # call: DELETE /v2/webhooks/{webhook_id}
n22 = requests.patch(where("note") + "/1")  # call: PATCH /v2/notes/{note_id}
n23 = requests.patch(where("task") + "/1")  # call: PATCH /v2/tasks/{task_id}
n24 = requests.patch(where("hook") + "/1")  # call: PATCH /v2/webhooks/{webhook_id}
n25 = requests.get(where("note"), timeout=1)  # call: GET /v2/notes
n26 = requests.get(where("task"), timeout=1)  # call: GET /v2/tasks
n27 = requests.get(where("hook"), timeout=1)  # call: GET /v2/webhooks
