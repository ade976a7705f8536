# expects nothing
import requests

SLACK = "https://hooks.slack.example/services/x"


def notify(record_id):
    requests.post(SLACK, json={"text": f"https://app.attio.com/acme/person/{record_id}"})
    requests.post(SLACK, data="https://api.attio.com/v2/notes", headers={"Referer": "https://api.attio.com/v2/lists"})
    requests.get("https://example.com/check", params={"url": "https://api.attio.com/v2/self"})
