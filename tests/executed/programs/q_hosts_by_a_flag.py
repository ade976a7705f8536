# sends: PUT /v2/objects/{object}/records
# near: the flag decides whose it is
import requests


def call(host, path, verb="GET", **kw):
    return requests.request(verb, f"https://{host}/{path.lstrip('/')}", **kw)


ATTIO, HUB = "api.attio.com", "api.hubapi.com"


def move(i):
    c = call(HUB, f"/crm/v3/objects/contacts/{i}").json()
    call(ATTIO, "/v2/objects/people/records", verb="PUT", json=c, params={"matching_attribute": "email"})
    call(HUB, f"/crm/v3/objects/contacts/{i}", verb="PATCH")


def main():
    move(1)


main()
