"""Operations in nested tables, like the descriptions of workflow nodes, executed by one function."""
import requests

BASE = "https://api.attio.com/v2"

OPERATIONS = {
    "record": {
        "create": {"method": "POST", "path": "/objects/{object}/records"},
        "get": {"method": "GET", "path": "/objects/{object}/records/{record_id}"},
        "delete": {"method": "DELETE", "path": "/objects/{object}/records/{record_id}"},
    },
    "note": {
        "create": {"method": "POST", "path": "/notes"},
        "getAll": {"method": "GET", "path": "/notes"},
    },
}


def execute(resource: str, operation: str, parameters: dict | None = None, body: dict | None = None):
    try:
        definition = OPERATIONS[resource][operation]
    except KeyError:
        raise ValueError(f"unknown operation {resource}:{operation}") from None
    path = definition["path"]
    for key, value in (parameters or {}).items():
        path = path.replace("{" + key + "}", str(value))
    return requests.request(definition["method"], BASE + path, json=body, timeout=30)


def run_formatted(resource, operation, **parameters):
    op = OPERATIONS.get(resource, {}).get(operation)
    if not op:
        return None
    return requests.request(op["method"], f"{BASE}{op['path'].format(**parameters)}")


execute("record", "create", {"object": "people"}, {})  # call: POST /v2/objects/{object}/records
execute("note", "getAll")  # call: GET /v2/notes
run_formatted("record", "delete", object="people", record_id="1")  # call: DELETE /v2/objects/{object}/records/{record_id}
run_formatted("note", "create")  # call: POST /v2/notes
