"""No reading is covered: missing, whatever the target turns out to be."""
# scopes: object_configuration:read

import sys

import requests

requests.post(f"https://api.attio.com/v2/{sys.argv[1]}/{sys.argv[2]}/attributes", timeout=10)  # call: POST /v2/{target}/{identifier}/attributes # error: ATS001 list_configuration:read-write, object_configuration:read-write # says: needs object_configuration:read-write where target is objects, list_configuration:read-write where target is lists; neither is declared
