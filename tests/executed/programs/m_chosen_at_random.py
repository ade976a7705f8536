# sends: GET /v2/objects
import random

import httpx

MIRRORS = ["https://api.attio.com/v2", "https://api.attio.com:443/v2"]
httpx.get(random.choice(MIRRORS) + "/objects")
