# sends: GET /v2/lists/{list}
# near: the table has the entry, so that the default is never taken; a call for the default is right too
# may: POST /v2/lists
import requests

LISTS = [{"name": "sales"}, {"name": "hiring"}]
found = next((each for each in LISTS if each["name"] == "sales"), None)
if found is None:
    requests.post("https://api.attio.com/v2/lists")
else:
    requests.get("https://api.attio.com/v2/lists/" + found["name"])
