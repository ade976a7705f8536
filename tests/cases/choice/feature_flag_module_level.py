import os

import requests

if os.environ.get("STAGE") == "prod":
    BASE = "https://api.attio.com/v2"
else:
    BASE = "http://localhost:8000/v2"

requests.get(BASE + "/lists")  # call: GET /v2/lists
