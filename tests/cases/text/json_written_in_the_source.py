"""A document that is written as text in the source is what it says; one that is read from elsewhere is not known."""
import json
import sys

import requests

CONFIGURATION = json.loads('{"base": "https://api.attio.com/v2", "crm": {"path": "/notes"}, "verbs": ["GET", "POST"]}')


def main():
    requests.get(CONFIGURATION["base"] + CONFIGURATION["crm"]["path"])  # call: GET /v2/notes
    requests.request(CONFIGURATION["verbs"][1], f"{CONFIGURATION['base']}/tasks")  # call: POST /v2/tasks
    read = json.loads(sys.stdin.read())
    requests.get("https://api.attio.com/v2" + read["path"])  # unresolved
    broken = json.loads('{"path": ')
    requests.get("https://api.attio.com/v2" + broken["path"])  # unresolved
