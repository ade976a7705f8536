"""A generic record stream: subclasses give the object."""
from airbyte_cdk.sources.streams.http import HttpStream


class RecordStream(HttpStream):
    url_base = "https://api.attio.com/v2/"
    http_method = "POST"
    primary_key = None
    object_slug = ""

    def path(self, **kwargs):
        return f"objects/{self.object_slug}/records/query"  # call: POST /v2/objects/{object}/records/query


class People(RecordStream):
    object_slug = "people"


class Deals(RecordStream):
    object_slug = "deals"
