import requests

import settings

settings.configure("https://api.attio.com/v2")
requests.get(f"{settings.BASE}/objects")  # call: GET /v2/objects
