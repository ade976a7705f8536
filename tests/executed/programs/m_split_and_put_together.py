# sends: GET /v2/files
from urllib.parse import SplitResult, urlencode, urlunsplit

import requests

place = SplitResult(scheme="https", netloc="api.attio.com", path="/v2/files", query=urlencode({"limit": 2}), fragment="")
requests.get(urlunsplit(place))
