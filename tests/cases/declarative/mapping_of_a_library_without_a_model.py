"""A mapping built like those of dlt, for a library that nobody knows: its addresses are known, a method only where it is written."""
from acme.sources import rest_source

rest_source(
    {
        "client": {"base_url": "https://api.attio.com/v2/"},
        "resources": [
            "notes",  # unresolved: nothing says what the library sends
            {"name": "tasks", "endpoint": {"path": "tasks", "method": "POST"}},  # call: POST /v2/tasks
        ],
    }
)
rest_source({"client": {"base_url": "https://api.hubapi.com/v2/"}, "resources": ["notes", {"name": "t", "endpoint": {"path": "tasks"}}]})
