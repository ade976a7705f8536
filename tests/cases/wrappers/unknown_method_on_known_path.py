import sys

import requests

BASE = "https://api.attio.com/v2"


def attio(method, path):
    return requests.request(method, BASE + path)


# Every method that the path has is possible; none is the default.
attio(sys.argv[1], "/webhooks")  # call: GET /v2/webhooks | POST /v2/webhooks
