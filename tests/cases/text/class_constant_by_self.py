import requests


class People:
    API = "https://api.attio.com/v2"
    OBJECT = "people"

    def all(self):
        return requests.post(f"{self.API}/objects/{self.OBJECT}/records/query", json={})  # call: POST /v2/objects/{object}/records/query

    def one(self, record_id):
        return requests.get(self.API + "/objects/" + self.OBJECT + "/records/" + record_id)  # call: GET /v2/objects/{object}/records/{record_id}
