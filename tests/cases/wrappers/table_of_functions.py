import requests

BASE = "https://api.attio.com/v2"
SENDERS = {"GET": requests.get, "POST": requests.post, "DELETE": requests.delete}


def call(verb, path, **kwargs):
    send = SENDERS[verb]
    return send(BASE + path, **kwargs)


call("GET", "/webhooks")  # call: GET /v2/webhooks
call("POST", "/webhooks", json={})  # call: POST /v2/webhooks
call("DELETE", "/webhooks/9")  # call: DELETE /v2/webhooks/{webhook_id}
