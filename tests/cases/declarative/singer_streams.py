"""Streams of the Meltano Singer SDK: `url_base` and `path` are attributes, the base class sends."""
from singer_sdk.streams import RESTStream


class CrmStream(RESTStream):
    url_base = "https://api.attio.com/v2"
    records_jsonpath = "$.data[*]"


class Notes(CrmStream):
    name = "notes"
    path = "/notes"  # call: GET /v2/notes


class Queries(CrmStream):
    name = "people"
    path = "/objects/people/records/query"  # call: POST /v2/objects/{object}/records/query
    rest_method = "POST"


class Other(RESTStream):
    url_base = "https://api.example.com/v2"
    name = "notes"
    path = "/notes"
