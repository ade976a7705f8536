"""Loops over zip, product, chain and dict comprehensions of known things."""
import itertools

import requests

BASE = "https://api.attio.com/v2"
OBJECTS = ("people", "companies")
LISTS = ["deals"]

for target, slug in itertools.chain((("objects", o) for o in OBJECTS), (("lists", name) for name in LISTS)):
    requests.get(f"{BASE}/{target}/{slug}/attributes")  # call: GET /v2/{target}/{identifier}/attributes

for slug, action in itertools.product(OBJECTS, ("query",)):
    requests.post(f"{BASE}/objects/{slug}/records/{action}")  # call: POST /v2/objects/{object}/records/query

for name, path in zip(["n", "t"], ["/notes", "/tasks"], strict=True):
    requests.get(BASE + path)  # call: GET /v2/notes | GET /v2/tasks

URLS = {name: f"{BASE}/{name}" for name in ("objects", "lists")}
requests.get(URLS["objects"])  # call: GET /v2/objects
for url in URLS.values():
    requests.get(url)  # call: GET /v2/objects | GET /v2/lists

results = {k: requests.get(u).json() for k, u in URLS.items()}  # call: GET /v2/objects | GET /v2/lists
list(map(requests.get, [BASE + "/self", BASE + "/webhooks"]))  # call: GET /v2/self | GET /v2/webhooks
