# sends: GET /v2/lists
# may: GET /v2/objects
# near: both values of a switch are possible, and each has its own path
# env: CRM_MODE=lists
import os

import requests

path = "/lists" if os.environ.get("CRM_MODE") == "lists" else "/objects"
requests.get("https://api.attio.com/v2" + path)
