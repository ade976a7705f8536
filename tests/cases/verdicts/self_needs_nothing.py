"""GET /v2/self and OAuth's own endpoints need no scope: covered by an empty set."""
# scopes:

import requests

requests.get("https://api.attio.com/v2/self", timeout=10)  # call: GET /v2/self
requests.post("https://app.attio.com/oauth/token", timeout=10)  # call: POST /oauth/token
