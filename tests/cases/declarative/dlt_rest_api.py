"""A dlt rest_api configuration."""
import dlt
from dlt.sources.rest_api import rest_api_source

source = rest_api_source(
    {
        "client": {
            "base_url": "https://api.attio.com/v2/",
            "auth": {"type": "bearer", "token": dlt.secrets["attio_token"]},
        },
        "resource_defaults": {"primary_key": "id", "write_disposition": "merge"},
        "resources": [
            {"name": "objects", "endpoint": {"path": "objects", "data_selector": "data"}},  # call: GET /v2/objects
            {
                "name": "people",
                "endpoint": {
                    "path": "objects/people/records/query",  # call: POST /v2/objects/{object}/records/query
                    "method": "POST",
                    "json": {"limit": 500},
                },
            },
            {"name": "notes", "endpoint": "notes"},  # call: GET /v2/notes
            "tasks",  # call: GET /v2/tasks
        ],
    }
)
