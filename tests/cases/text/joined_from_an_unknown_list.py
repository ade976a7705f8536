import sys

import requests

BASE = "https://api.attio.com/v2"

# How many segments follow is not known.
requests.get(BASE + "/objects/" + "/".join(sys.argv[2:]), timeout=10)  # unresolved
# A list of identifiers in a query stays out of the path.
requests.get(BASE + "/tasks?ids=" + ",".join(sys.argv[2:]), timeout=10)  # call: GET /v2/tasks
