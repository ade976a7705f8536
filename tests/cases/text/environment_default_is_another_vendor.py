# expects nothing
import os

import requests

BASE = os.getenv("CRM_URL", "https://api.hubapi.com/crm/v3")
ATTIO_LABEL = "attio"


def notes():
    return requests.get(BASE + "/notes")
