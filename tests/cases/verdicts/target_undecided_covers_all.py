"""Every reading is covered, so there is nothing to tell."""
# scopes: list_configuration:read, object_configuration:read

import sys

import requests

requests.get(f"https://api.attio.com/v2/{sys.argv[1]}/{sys.argv[2]}/attributes", timeout=10)  # call: GET /v2/{target}/{identifier}/attributes
