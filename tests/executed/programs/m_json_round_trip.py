# sends: GET /v2/self
# unknowable: GET /v2/self
import json

import requests

PLAN = json.loads('{"method": "GET", "url": "https://api.attio.com/v2/self"}')
requests.request(PLAN["method"], PLAN["url"])
