"""A part of the host comes from a caller or a setting; another vendor's host is none of Attio's."""
import os

import requests


def notes(host):
    return requests.get(f"https://{host}/v2/notes")  # call: GET /v2/notes


notes("api.attio.com")
notes("api.example.com")
requests.get(f"https://{os.environ['ATTIO_HOST']}/v2/tasks")  # call: GET /v2/tasks
requests.get(f"https://{os.environ.get('REGION', 'api')}.attio.com/v2/lists")  # call: GET /v2/lists
requests.get(f"https://{os.environ['REGION']}.example.com/v2/lists")
