# sends: GET /v2/notes
import os

import requests

os.environ.update({"CRM_BASE": "https://api.attio.com/v2", "OTHER_BASE": "https://api.hubapi.com"})


def main():
    requests.get(os.getenv("CRM_BASE") + "/notes")
    requests.get(os.getenv("OTHER_BASE") + "/contacts")


main()
