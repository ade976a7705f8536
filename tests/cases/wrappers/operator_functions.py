"""`methodcaller`, `attrgetter` and `itemgetter`, and mappings one behind the other."""
from collections import ChainMap
from operator import attrgetter, itemgetter, methodcaller

import requests

BASE = "https://api.attio.com/v2"
DEFAULTS = {"lists": "/lists", "host": "https://api.example.com"}
OURS = {"host": BASE}

session = requests.Session()
methodcaller("post", BASE + "/notes", json={})(session)  # call: POST /v2/notes
methodcaller("get", "https://api.example.com/notes")(session)
attrgetter("get")(session)(BASE + "/tasks")  # call: GET /v2/tasks
paths = itemgetter("lists")(DEFAULTS)
requests.get(BASE + paths)  # call: GET /v2/lists
merged = ChainMap(OURS, DEFAULTS)
requests.get(merged["host"] + merged["lists"])  # call: GET /v2/lists
swapped = ChainMap(DEFAULTS, OURS)
requests.get(swapped["host"] + "/lists")
