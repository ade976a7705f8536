"""A row of a table decides by one key which verb goes with its path."""
import requests

TABLE = {"people": {"path": "/objects/people/records/query", "verb": "post"}, "lists": {"path": "/lists", "verb": "get"}}

for name, entry in TABLE.items():
    url = "https://api.attio.com/v2" + entry["path"]
    if entry["verb"] == "post":
        requests.post(url)  # call: POST /v2/objects/{object}/records/query
    else:
        requests.get(url)  # call: GET /v2/lists
