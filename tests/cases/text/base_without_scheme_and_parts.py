"""Addresses from parts: scheme, host, port, version, in constants and dicts."""
import http.client
import json
import urllib.request

import requests

SCHEME, HOST, VERSION = "https", "api.attio.com", 2
BASE = f"{SCHEME}://{HOST}/v{VERSION}"
SERVER = {"scheme": "https", "host": "api.attio.com", "prefix": "/v2"}
URL = "{scheme}://{host}{prefix}".format(**SERVER)
API = "https://" + HOST


def a():
    return requests.get(f"{BASE}/lists")  # call: GET /v2/lists


def b():
    return requests.get(URL + "/objects")  # call: GET /v2/objects


def c():
    return requests.get("%s/v%d/notes" % (API, VERSION))  # call: GET /v2/notes


def d():
    conn = http.client.HTTPSConnection(HOST, timeout=5)
    conn.request("POST", f"/v{VERSION}/tasks", body=json.dumps({}), headers={})  # call: POST /v2/tasks
    return json.loads(conn.getresponse().read())


def e():
    with urllib.request.urlopen(f"{SCHEME}://{HOST}:443/v2/self") as r:  # call: GET /v2/self
        return json.load(r)


def f(env="production"):
    hosts = {"production": "api.attio.com", "local": "localhost:8000"}
    return requests.get(f"https://{hosts[env]}/v2/webhooks")  # call: GET /v2/webhooks
