import os

import httpx

URL = httpx.URL("https://api.attio.com/v2/objects")
token = os.environ["ATTIO_TOKEN"]


def call(method, url, **more):
    return httpx.request(method, url, headers={"Authorization": f"Bearer {token}"}, **more).raise_for_status()


call("GET", "https://api.attio.com/v2/objects/people")
call("PATCH", "https://api.attio.com/v2/objects/ships", json={"data": {"api_slug": "boats"}})
call("DELETE", "https://api.attio.com/v2/objects/boats")
httpx.get(f"{URL}/people/views", headers={"Authorization": f"Bearer {token}"}).raise_for_status()
