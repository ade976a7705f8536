"""The usual "create or update" helpers, with early returns, flags and None defaults."""
import requests

BASE = "https://api.attio.com/v2"
S = requests.Session()


def save(slug, values, record_id=None, matching=None):
    payload = {"data": {"values": values}}
    if record_id:
        r = S.patch(f"{BASE}/objects/{slug}/records/{record_id}", json=payload)  # call: PATCH /v2/objects/{object}/records/{record_id}
    elif matching:
        r = S.put(f"{BASE}/objects/{slug}/records", params={"matching_attribute": matching}, json=payload)  # call: PUT /v2/objects/{object}/records
    else:
        r = S.post(f"{BASE}/objects/{slug}/records", json=payload)  # call: POST /v2/objects/{object}/records
    r.raise_for_status()
    return r.json()


def save_short(slug, values, record_id=None):
    url = f"{BASE}/objects/{slug}/records" + (f"/{record_id}" if record_id else "")
    method = S.patch if record_id else S.post
    return method(url, json={"data": {"values": values}})  # call: PATCH /v2/objects/{object}/records/{record_id} | POST /v2/objects/{object}/records


def entry(list_id, entry_id=None, *, overwrite=False):
    method, suffix = ("POST", "") if entry_id is None else (("PUT" if overwrite else "PATCH"), f"/{entry_id}")
    return S.request(method, f"{BASE}/lists/{list_id}/entries{suffix}", json={})  # call: POST /v2/lists/{list}/entries | PUT /v2/lists/{list}/entries/{entry_id} | PATCH /v2/lists/{list}/entries/{entry_id}


save("people", {}, record_id="1")
save_short("companies", {})
entry("deals", "1", overwrite=True)
