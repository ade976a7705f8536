"""Basic authentication changes nothing."""
import base64

import requests
from requests.auth import HTTPBasicAuth

requests.get("https://api.attio.com/v2/self", auth=("token", ""))  # call: GET /v2/self
requests.get("https://api.attio.com/v2/lists", auth=HTTPBasicAuth("token", ""))  # call: GET /v2/lists
header = "Basic " + base64.b64encode(b"token:").decode()
requests.get("https://api.attio.com/v2/tasks", headers={"Authorization": header})  # call: GET /v2/tasks
