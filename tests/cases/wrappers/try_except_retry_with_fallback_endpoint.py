import requests

BASE = "https://api.attio.com/v2"


def assert_person(email):
    try:
        r = requests.put(f"{BASE}/objects/people/records?matching_attribute=email_addresses", json={})  # call: PUT /v2/objects/{object}/records
        r.raise_for_status()
    except requests.HTTPError as e:
        if e.response.status_code == 400:
            r = requests.post(f"{BASE}/objects/people/records/query", json={})  # call: POST /v2/objects/{object}/records/query
            rid = r.json()["data"][0]["id"]["record_id"]
            r = requests.patch(f"{BASE}/objects/people/records/{rid}", json={})  # call: PATCH /v2/objects/{object}/records/{record_id}
        else:
            raise
    finally:
        requests.get(BASE + "/self")  # call: GET /v2/self
    return r
