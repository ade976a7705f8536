from dlt.sources.rest_api import rest_api_resources


def source(write):
    endpoint = {"path": "notes"}
    if write:
        endpoint["method"] = "POST"
    return rest_api_resources(
        {
            "client": {"base_url": "https://api.attio.com/v2/"},
            "resources": [{"name": "notes", "endpoint": endpoint}, {"name": "tasks", "endpoint": {"path": "tasks"}}],  # call: GET /v2/notes | POST /v2/notes # call: GET /v2/tasks
        }
    )
