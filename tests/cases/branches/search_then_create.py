import requests

BASE = "https://api.attio.com/v2"


def find(email):
    found = requests.post(f"{BASE}/objects/people/records/query", json={"filter": {"email_addresses": email}}).json()["data"]  # call: POST /v2/objects/{object}/records/query
    return found[0] if found else None


def find_in_pages(email):
    for row in requests.post(f"{BASE}/lists/people/entries/query", json={}).json()["data"]:  # call: POST /v2/lists/{list}/entries/query
        if row["email"] == email:
            return row["id"]
    return None


def save(email, values):
    person = find(email)
    if person is None:
        return requests.post(f"{BASE}/objects/people/records", json=values)  # call: POST /v2/objects/{object}/records
    return requests.patch(f"{BASE}/objects/people/records/{person['id']['record_id']}", json=values)  # call: PATCH /v2/objects/{object}/records/{record_id}


def enter(email):
    entry = find_in_pages(email)
    if not entry:
        requests.post(f"{BASE}/lists/people/entries", json={})  # call: POST /v2/lists/{list}/entries
    else:
        requests.delete(f"{BASE}/lists/people/entries/{entry}")  # call: DELETE /v2/lists/{list}/entries/{entry_id}
