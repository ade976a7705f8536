"""A class named for Attio talks to another vendor whose address only the environment knows."""
# expects nothing
import os

import requests


class HubspotToAttioSync:
    def __init__(self, hubspot_url=None):
        self.hubspot_url = hubspot_url or os.environ["HUBSPOT_URL"]
        self.source = os.environ.get("SOURCE_API")

    def lists(self):
        return requests.get(f"{self.hubspot_url}/lists").json()

    def tasks(self):
        return requests.get(f"{self.source}/v2/tasks").json()

    def notes(self, base):
        return requests.get(base + "/notes").json()


class AttioNotifier:
    def __init__(self, slack_client, webhook_url):
        self.slack = slack_client
        self.webhook_url = webhook_url

    def send(self, text):
        requests.post(self.webhook_url, json={"text": text})
        self.slack.post("/notes", json={"text": text})
        requests.post(os.environ["SLACK_WEBHOOK"], json={"attio": text})
