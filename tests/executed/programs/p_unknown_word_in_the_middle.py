# sends: GET /v2/objects/{object}/views
# near: one segment is unknown, the rest is not
# argv: people
import sys

import requests

requests.get("/".join(("https://api.attio.com", "v2", "objects", sys.argv[1], "views")))
