"""Streams of one shape for another vendor."""
# expects nothing
from airbyte_cdk.sources.streams.http import HttpStream


class Objects(HttpStream):
    url_base = "https://api.hubapi.com/v2/"
    primary_key = "id"

    def path(self, **kwargs):
        return "objects"
