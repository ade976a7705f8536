"""The URL from its parts."""
from urllib.parse import urlunsplit

import requests

requests.get(urlunsplit(("https", "api.attio.com", "/v2/objects", "", "")))  # call: GET /v2/objects
