# sends: GET /v2/objects/{object}, GET /v2/lists/{list}
# near: what a round makes is its own
import requests

for first, second in (("objects", "people"), ("lists", "1")):
    parts = []
    parts.append(first)
    parts.append(second)
    requests.get("https://api.attio.com/v2/" + "/".join(parts))
