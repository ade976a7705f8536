import os

import requests


def start():
    os.environ.update(CRM_BASE="https://api.attio.com/v2")
    os.environ.update({"CRM_OTHER": "https://api.attio.com/v2/objects"})
    os.environ.update({"CRM_VENDOR": "https://api.hubapi.com"})
    go()


def go():
    requests.get(os.environ["CRM_BASE"] + "/notes")  # call: GET /v2/notes
    requests.get(os.environ["CRM_OTHER"])  # call: GET /v2/objects
    requests.get(os.environ["CRM_VENDOR"] + "/crm")
