import requests

BASE = "https://api.attio.com/v2"


def act(read, slug):
    if read:
        method, url = "GET", f"{BASE}/lists/{slug}"
    else:
        method, url = "POST", f"{BASE}/lists"
    # Crossed, GET /lists would exist as well.
    return requests.request(method, url)  # call: GET /v2/lists/{list} | POST /v2/lists
