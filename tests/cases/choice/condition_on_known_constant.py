import requests

BASE = "https://api.attio.com/v2"


def attio(path, method="GET"):
    url = BASE + path
    if method != "GET":
        url += "?dry_run=1"
    return requests.request(method, url)


attio("/lists")  # call: GET /v2/lists
attio("/lists", "POST")  # call: POST /v2/lists
