from airbyte_cdk.sources.streams.http import HttpStream


class CrmStream(HttpStream):
    url_base = "https://api.attio.com/v2/"
    primary_key = "id"

    def next_page_token(self, response):
        return None

    def parse_response(self, response, **kwargs):
        yield from response.json()["data"]


class Objects(CrmStream):
    def path(self, **kwargs) -> str:
        return "objects"  # call: GET /v2/objects


class Companies(CrmStream):
    http_method = "POST"

    def path(self, *, stream_state=None, stream_slice=None, next_page_token=None) -> str:
        return "objects/companies/records/query"  # call: POST /v2/objects/{object}/records/query
