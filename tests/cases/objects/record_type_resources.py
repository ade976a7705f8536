"""One resource class, an instance for each object."""
import requests


class Records:
    def __init__(self, api, slug):
        self.api = api
        self.path = f"/objects/{slug}/records"

    def query(self, body):
        return self.api.post(f"{self.path}/query", body)  # call: POST /v2/objects/{object}/records/query

    def assert_(self, body, key):
        return self.api.put(self.path + f"?matching_attribute={key}", body)  # call: PUT /v2/objects/{object}/records

    def delete(self, record_id):
        return self.api.delete("/".join((self.path, record_id)))  # call: DELETE /v2/objects/{object}/records/{record_id}


class Api:
    def __init__(self, token):
        self.base = "https://api.attio.com/v2"
        self.headers = {"Authorization": f"Bearer {token}"}
        self.people = Records(self, "people")
        self.companies = Records(self, "companies")

    def post(self, path, body):
        return requests.post(self.base + path, json=body, headers=self.headers)

    def put(self, path, body):
        return requests.put(self.base + path, json=body, headers=self.headers)

    def delete(self, path):
        return requests.delete(self.base + path, headers=self.headers)


api = Api("t")
api.people.query({})
api.companies.delete("c")
