"""Loopback, reserved and test hosts do not take a setting away from Attio."""
import os

import requests

os.environ.setdefault("ATTIO_BASE_URL", "https://api.attio.com/v2")
if os.environ.get("LOCAL"):
    os.environ["ATTIO_BASE_URL"] = "http://localhost:8080/v2"

requests.get(os.environ["ATTIO_BASE_URL"] + "/notes")  # call: GET /v2/notes
requests.get(os.environ.get("ATTIO_API_URL", "http://127.0.0.1:9000/v2") + "/tasks")  # call-or-unresolved: GET /v2/tasks
