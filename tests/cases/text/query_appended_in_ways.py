import requests
from urllib.parse import urlencode, urlparse, parse_qs, urlsplit, quote_plus

BASE = "https://api.attio.com/v2"


def a(limit=None, offset=None):
    url = f"{BASE}/notes"
    params = []
    if limit:
        params.append(f"limit={limit}")
    if offset:
        params.append(f"offset={offset}")
    if params:
        url += "?" + "&".join(params)
    return requests.get(url)  # call: GET /v2/notes


def b(**query):
    qs = urlencode({k: v for k, v in query.items() if v is not None})
    return requests.get(f"{BASE}/tasks{'?' + qs if qs else ''}")  # call: GET /v2/tasks


def c(email):
    return requests.put(BASE + "/objects/people/records?matching_attribute=" + quote_plus("email_addresses"), json={})  # call: PUT /v2/objects/{object}/records


def d(cursor):
    sep = "&" if cursor else "?"
    return requests.get(BASE + "/meetings" + "?limit=1" + sep + "cursor=" + str(cursor))  # call: GET /v2/meetings


def e(q):
    req = requests.models.PreparedRequest()
    req.prepare_url(BASE + "/lists", {"q": q})
    return requests.get(req.url)  # call: GET /v2/lists
