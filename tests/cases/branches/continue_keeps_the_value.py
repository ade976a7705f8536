import requests

V2 = "https://api.attio.com/v2"


def run(rows):
    tail = "/notes"
    for row in rows:
        if not row:
            tail = "/tasks"
            continue
        requests.get(V2 + tail)  # call: GET /v2/notes | GET /v2/tasks | GET /v2/webhooks
        tail = "/webhooks"
    requests.delete(V2 + tail + "/1")  # call: DELETE /v2/notes/{note_id} | DELETE /v2/tasks/{task_id} | DELETE /v2/webhooks/{webhook_id}
