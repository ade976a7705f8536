import grequests
from requests_futures.sessions import FuturesSession

BASE = "https://api.attio.com/v2"

with FuturesSession() as session:
    f = session.get(BASE + "/lists")  # call: GET /v2/lists
    print(f.result())
rs = (grequests.get(u) for u in [BASE + "/objects", BASE + "/notes"])  # call: GET /v2/objects | GET /v2/notes
grequests.map(rs)
