"""Both directions: one scope lacks, another is not needed."""
# scopes: object_configuration:read, task:read  # warning: ATS101 task:read

import requests

requests.get("https://api.attio.com/v2/objects", timeout=10)  # call: GET /v2/objects
requests.get("https://api.attio.com/v2/webhooks", timeout=10)  # call: GET /v2/webhooks # error: ATS001 webhook:read
