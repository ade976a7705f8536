"""A subclass overrides one segment."""
import requests


class Importer:
    slug = "companies"

    def endpoint(self):
        return f"https://api.attio.com/v2/objects/{self.slug}/records"

    def push(self, body):
        return requests.post(self.endpoint(), json=body)  # call: POST /v2/objects/{object}/records


class PeopleImporter(Importer):
    slug = "people"


class DealImporter(Importer):
    slug = "deals"

    def push(self, body):
        super().push(body)
        return requests.put(self.endpoint() + "?matching_attribute=name", json=body)  # call: PUT /v2/objects/{object}/records


PeopleImporter().push({})
