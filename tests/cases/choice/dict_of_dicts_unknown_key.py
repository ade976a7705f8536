import os

import requests

BASE = "https://api.attio.com/v2"
ACTIONS = {
    "read": {"method": "GET", "path": "/lists/deals"},
    "make": {"method": "POST", "path": "/lists"},
}
action = ACTIONS[os.environ["ACTION"]]

# The pairs stay pairs: GET /v2/lists is not among them.
requests.request(action["method"], BASE + action["path"])  # call: GET /v2/lists/{list} | POST /v2/lists
