"""Of an unresolved call a part is known: it may create a record of something, and never needs a scope of webhooks."""
# scopes: object_configuration:read, record_permission:read-write, webhook:read  # warning: ATS101 webhook:read

import sys

import requests

kind, slug = sys.argv[1:]
requests.post(f"https://api.attio.com/v2/{kind}/{slug}/records", timeout=10)  # unresolved # warning: ATS004
