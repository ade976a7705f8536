"""`url_base` and `http_method` as properties; the path uses the slice."""
from abc import ABC

from airbyte_cdk.sources.streams.http import HttpStream, HttpSubStream


class Base(HttpStream, ABC):
    @property
    def url_base(self) -> str:
        return "https://api.attio.com/"


class Lists(Base):
    primary_key = None

    def path(self, **kwargs):
        return "v2/lists"  # call: GET /v2/lists


class Entries(HttpSubStream, Base):
    primary_key = None

    @property
    def http_method(self) -> str:
        return "POST"

    def path(self, stream_slice=None, **kwargs):
        return f"v2/lists/{stream_slice['parent']['id']}/entries/query"  # call: POST /v2/lists/{list}/entries/query
