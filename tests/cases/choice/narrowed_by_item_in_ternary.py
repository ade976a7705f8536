"""The verb's function is picked by a key of the same row as the path."""
import requests

TABLE = {"people": {"path": "/objects/people/records/query", "verb": "post"}, "lists": {"path": "/lists", "verb": "get"}}

for name, entry in TABLE.items():
    fn = requests.post if entry["verb"] == "post" else requests.get
    fn("https://api.attio.com/v2" + entry["path"])  # call: POST /v2/objects/{object}/records/query | GET /v2/lists
