"""A scope that only one reading needs is not told as unused."""
# scopes: list_configuration:read, object_configuration:read

import sys

import requests

target, slug = sys.argv[1:]
requests.get(f"https://api.attio.com/v2/{target}/{slug}/attributes/stage/statuses", timeout=10)  # call: GET /v2/{target}/{identifier}/attributes/{attribute}/statuses
