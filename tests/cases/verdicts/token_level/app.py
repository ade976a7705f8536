"""Some endpoints take workspace tokens only; where a call may reach others too it is a warning."""

import sys

import requests

BASE = "https://api.attio.com/v2"

requests.get(f"{BASE}/webhooks", timeout=10)  # call: GET /v2/webhooks # error: ATS006 for person # says: GET /v2/webhooks takes workspace tokens only, but token person is a user token
requests.get(f"{BASE}/objects", timeout=10)  # call: GET /v2/objects
path = "objects" if "--all" in sys.argv else "webhooks"
requests.get(f"{BASE}/{path}", timeout=10)  # call: GET /v2/objects | GET /v2/webhooks # warning: ATS006 for person
