"""The configuration is a typed variable in a function under `@dlt.source`."""
import dlt
from dlt.sources.rest_api import RESTAPIConfig, rest_api_resources


@dlt.source(name="crm")
def crm(token: str = dlt.secrets.value):
    config: RESTAPIConfig = {
        "client": {"base_url": "https://api.attio.com/v2", "auth": {"token": token}},
        "resources": [
            {"name": "lists", "endpoint": {"path": "/lists"}},  # call: GET /v2/lists
            {
                "name": "entries",
                "endpoint": {
                    "path": "/lists/{resources.lists.id.list_id}/entries/query",  # call: POST /v2/lists/{list}/entries/query
                    "method": "post",
                },
            },
        ],
    }
    yield from rest_api_resources(config)
