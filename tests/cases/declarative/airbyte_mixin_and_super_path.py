"""A subclass adds to the inherited path."""
from airbyte_cdk.sources.streams.http import HttpStream


class Records(HttpStream):
    url_base = "https://api.attio.com/v2/"
    primary_key = "id"

    def __init__(self, slug, **kwargs):
        super().__init__(**kwargs)
        self.slug = slug

    def path(self, **kwargs):
        return f"objects/{self.slug}"  # call: GET /v2/objects/{object}

    def request_params(self, **kwargs):
        return {"limit": 500}
