# sends: GET /v2/objects, GET /v2/lists
import itertools

import requests

ROOT = "https://api.attio.com/v2"
for url in itertools.islice(itertools.chain([ROOT + "/objects"], (ROOT + "/lists",), itertools.repeat(ROOT + "/objects")), 2):
    requests.get(url)
