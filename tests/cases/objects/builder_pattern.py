"""A fluent builder."""
import requests


class Query:
    def __init__(self, slug):
        self.slug = slug
        self.body = {}

    def where(self, **filters):
        self.body["filter"] = filters
        return self

    def limit(self, n):
        self.body["limit"] = n
        return self

    def run(self):
        return requests.post(f"https://api.attio.com/v2/objects/{self.slug}/records/query", json=self.body)  # call: POST /v2/objects/{object}/records/query


Query("people").where(name="Ada").limit(3).run()
