# expects nothing
import requests

TEXT = "Attio synced. " * 400


def tell():
    session = requests.Session()
    request = requests.Request("POST", "https://hooks.slack.com/services/x", json={"text": TEXT, "blocks": [{"text": TEXT}] * 40})
    return session.send(session.prepare_request(request))
