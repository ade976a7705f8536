import os
import requests

BASE_URL = "https://api.attio.com/v2"


def attio_request(method, endpoint, data=None, params=None):
    """One place for every request."""
    response = requests.request(
        method=method,
        url=f"{BASE_URL}{endpoint}",
        headers={"Authorization": f"Bearer {os.environ['ATTIO_TOKEN']}"},
        json=data,
        params=params,
        timeout=30,
    )
    response.raise_for_status()
    return response.json() if response.content else None


def find_person(email):
    found = attio_request("POST", "/objects/people/records/query", {"filter": {"email_addresses": email}})
    return found["data"][0] if found["data"] else None


def save_person(email, name):
    person = find_person(email)
    values = {"name": name, "email_addresses": [email]}
    if person:
        return attio_request("PATCH", f"/objects/people/records/{person['id']['record_id']}", {"data": {"values": values}})
    return attio_request("POST", "/objects/people/records", {"data": {"values": values}})


if __name__ == "__main__":
    save_person("ada@example.com", "Ada")
    find_person("bob@example.com")
    attio_request("POST", "/objects/people/records", {"data": {"values": {}}})
