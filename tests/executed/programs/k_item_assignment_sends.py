# sends: PUT /v2/objects/{object}/records/{record_id}, DELETE /v2/objects/{object}/records/{record_id}, GET /v2/objects/{object}/records/{record_id}
import requests


class Remote:
    def __init__(self, slug):
        self.root = f"https://api.attio.com/v2/objects/{slug}/records/"

    def __getitem__(self, key):
        return requests.get(self.root + key).json()

    def __setitem__(self, key, values):
        requests.put(self.root + key, json=values)

    def __delitem__(self, key):
        requests.delete(self.root + key)


people = Remote("people")
people["1"] = {"name": "Ada"}
print(people["1"])
del people["1"]
