import os

import requests as http

AUTH = {"authorization": "Bearer {}".format(os.environ["ATTIO_TOKEN"])}
PLAN = [
    ("get", "lists", None),
    ("post", "lists", {"data": {"name": "Deals", "api_slug": "deals_2"}}),
    ("patch", "lists/deals_2", {"data": {"name": "Won"}}),
    ("get", "lists/deals_2", None),
]

for verb, path, body in PLAN:
    http.request(verb, "https://api.attio.com/v2/%s" % path, headers=AUTH, json=body).raise_for_status()
