import requests

BASE = "https://api.attio.com/v2"
PATHS = {
    "people": "/objects/people/records/query",
    "notes": "/notes",
    "pipeline": "/lists/pipeline/entries/query",
}

requests.post(BASE + PATHS["people"], json={})  # call: POST /v2/objects/{object}/records/query
requests.get(BASE + PATHS["notes"])  # call: GET /v2/notes
requests.post(BASE + PATHS.get("pipeline"), json={})  # call: POST /v2/lists/{list}/entries/query
