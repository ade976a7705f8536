"""The same configuration for another vendor, and a dict of that shape that nobody gives to dlt."""
# expects nothing
from dlt.sources.rest_api import rest_api_source

source = rest_api_source(
    {
        "client": {"base_url": "https://api.pipedrive.com/v1/"},
        "resources": ["notes", {"name": "tasks", "endpoint": {"path": "tasks"}}],
    }
)

documentation = {
    "client": {"base_url": "https://api.attio.com/v2/"},
    "resources": ["notes", {"name": "tasks", "endpoint": {"path": "tasks"}}],
}
print(documentation)
