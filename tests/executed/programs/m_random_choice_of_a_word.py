# sends: GET /v2/tasks
# near: what is chosen at random is a word of the query
import random

import requests

requests.get("https://api.attio.com/v2/tasks?sort=" + random.choice(["asc", "desc"]))
