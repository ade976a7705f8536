# sends: GET /v2/objects
# near: `+` on a tuple makes another one
import requests

paths = ("/objects",)
other = paths
other += ("/lists",)
for path in paths:
    requests.get("https://api.attio.com/v2" + path)
