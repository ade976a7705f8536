import requests

HOST = "api.attio.com"
ROOT = f"https://{HOST}"
VERSION = "v2"
BASE = ROOT + "/" + VERSION
OBJECTS = f"{BASE}/objects"
PEOPLE = OBJECTS + "/people"
PEOPLE_QUERY = PEOPLE + "/records/query"

rows = requests.post(PEOPLE_QUERY, json={"limit": 50}).json()["data"]  # call: POST /v2/objects/{object}/records/query
schema = requests.get(PEOPLE).json()  # call: GET /v2/objects/{object}
objects = requests.get(OBJECTS).json()  # call: GET /v2/objects
