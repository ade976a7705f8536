# expects nothing
from __future__ import annotations

from typing import Any

from singer_sdk.authenticators import BearerTokenAuthenticator
from singer_sdk.streams import RESTStream


class AttioStream(RESTStream):
    """Attio stream class."""

    records_jsonpath = "$.data[*]"

    @property
    def url_base(self) -> str:
        return "https://api.attio.com/v2"

    @property
    def authenticator(self):
        return BearerTokenAuthenticator.create_for_stream(self, token=self.config["api_key"])
