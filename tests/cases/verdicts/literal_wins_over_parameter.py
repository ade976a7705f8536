"""`/v2/objects/records/search` is the search, not a record of an object named `records`."""
# scopes: record_permission:read

import requests

requests.post("https://api.attio.com/v2/objects/records/search", timeout=10)  # call: POST /v2/objects/records/search # error: ATS001 object_configuration:read
