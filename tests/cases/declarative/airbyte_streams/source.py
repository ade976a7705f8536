from airbyte_cdk.sources import AbstractSource
from airbyte_cdk.sources.streams.http.requests_native_auth import TokenAuthenticator

from streams import Companies, Objects


class SourceCrm(AbstractSource):
    def check_connection(self, logger, config):
        return True, None

    def streams(self, config):
        auth = TokenAuthenticator(token=config["api_key"])
        return [Objects(authenticator=auth), Companies(authenticator=auth)]
