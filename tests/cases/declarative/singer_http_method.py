"""singer-sdk: the method is `http_method`; `rest_method`, its older name, comes first where a class has it."""
from singer_sdk import RESTStream


class Attio(RESTStream):
    url_base = "https://api.attio.com"


class Records(Attio):
    http_method = "POST"
    path = "/v2/objects/people/records/query"  # call: POST /v2/objects/{object}/records/query


class Entries(Attio):
    path = "/v2/lists/x/entries/query"  # call: POST /v2/lists/{list}/entries/query

    @property
    def http_method(self):
        return "POST"


class Older(Attio):
    rest_method = "POST"
    path = "/v2/objects/records/search"  # call: POST /v2/objects/records/search


class Notes(Attio):
    path = "/v2/notes"  # call: GET /v2/notes


class HubSpot(RESTStream):
    url_base = "https://api.hubapi.com"
    http_method = "POST"
    path = "/v2/notes"
