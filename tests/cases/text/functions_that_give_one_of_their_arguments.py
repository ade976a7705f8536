import random

import requests

BASE = "https://api.attio.com/v2"
BASES = [BASE, "https://api.attio.com/v2/"]

requests.get(random.choice(BASES) + "/notes")  # call: GET /v2/notes
requests.get(max(BASE, BASE) + "/tasks")  # call: GET /v2/tasks
requests.get(min(BASES, key=len) + "/lists")  # call: GET /v2/lists
requests.get(sorted(BASES)[0] + "/objects")  # call: GET /v2/objects
requests.get(next(iter(BASES)) + "/threads")  # call: GET /v2/threads
