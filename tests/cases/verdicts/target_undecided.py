"""Nothing says whether it is an object or a list: possible, and the message says what it depends on."""
# scopes: list_configuration:read

import sys

import requests

target = sys.argv[1]
requests.get(f"https://api.attio.com/v2/{target}/{sys.argv[2]}/attributes", timeout=10)  # call: GET /v2/{target}/{identifier}/attributes # warning: ATS002 object_configuration:read # says: needs object_configuration:read where target is objects, nothing more where target is lists
