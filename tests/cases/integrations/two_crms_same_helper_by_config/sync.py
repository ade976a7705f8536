"""One helper, several vendors from a table: only Attio's rows are calls to Attio."""
import os

import requests

VENDORS = {
    "attio": {"base": "https://api.attio.com/v2", "token": "ATTIO_KEY", "people": "/objects/people/records/query", "verb": "POST"},
    "hubspot": {"base": "https://api.hubapi.com", "token": "HUBSPOT_KEY", "people": "/crm/v3/objects/contacts", "verb": "GET"},
    "folk": {"base": "https://api.folk.app/v1", "token": "FOLK_KEY", "people": "/people", "verb": "GET"},
}


def call(vendor, method, path, **kw):
    conf = VENDORS[vendor]
    headers = {"Authorization": f"Bearer {os.environ[conf['token']]}"}
    return requests.request(method, conf["base"] + path, headers=headers, **kw)


def people(vendor):
    conf = VENDORS[vendor]
    return call(vendor, conf["verb"], conf["people"])


call("attio", "GET", "/lists")  # call: GET /v2/lists
call("hubspot", "GET", "/lists")
for vendor in VENDORS:
    people(vendor)  # call: POST /v2/objects/{object}/records/query
