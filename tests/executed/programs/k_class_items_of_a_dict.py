# sends: GET /v2/notes/{note_id}
# near: a dict's items look like the remote's that sends
import requests


class Remote:
    def __getitem__(self, key):
        return requests.get(f"https://api.attio.com/v2/notes/{key}")


local = {"1": "https://api.attio.com/v2/notes/1"}
local["2"] = local["1"]
del local["2"]
Remote()["1"]
