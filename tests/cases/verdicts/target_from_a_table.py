"""A loop over both targets really reaches both: needed for certain, so nothing is unused; without one of them it is possible."""
# scopes: object_configuration:read

import requests

for target, slug in (("objects", "people"), ("lists", "pipeline")):
    requests.get(f"https://api.attio.com/v2/{target}/{slug}/attributes", timeout=10)  # call: GET /v2/{target}/{identifier}/attributes # warning: ATS002 list_configuration:read # says: only some of these are declared.
