"""Every usual way to read an environment variable with a default."""
import os
from os import environ, getenv

import requests

A = os.environ.get("ATTIO_URL", "https://api.attio.com/v2")
B = os.getenv("ATTIO_URL") or "https://api.attio.com/v2"
C = getenv("ATTIO_URL", default="https://api.attio.com/v2")
D = environ["ATTIO_URL"] if "ATTIO_URL" in environ else "https://api.attio.com/v2"
E = os.environ.setdefault("ATTIO_URL", "https://api.attio.com/v2")

requests.get(A + "/tasks")  # call: GET /v2/tasks
requests.get(B + "/notes")  # call: GET /v2/notes
requests.get(C + "/lists")  # call: GET /v2/lists
requests.get(D + "/objects")  # call: GET /v2/objects
requests.get(E + "/webhooks")  # call: GET /v2/webhooks
