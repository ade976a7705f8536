import urllib.parse

import requests

# Without the trailing slash, urljoin drops "v2": a real defect that the report shows as it is.
BASE = "https://api.attio.com/v2"


def broken():
    return requests.get(urllib.parse.urljoin(BASE, "tasks"))  # unknown: GET /tasks
