import sys

import requests

BASE = "https://api.attio.com/v2"
PATHS = {"notes": "/notes"}

requests.get(BASE + PATHS.get(sys.argv[1], "/threads"))  # call: GET /v2/notes | GET /v2/threads
